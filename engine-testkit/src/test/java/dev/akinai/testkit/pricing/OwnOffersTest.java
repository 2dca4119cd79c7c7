package dev.akinai.testkit.pricing;

import dev.akinai.promotion.Draft;

/** A merchant's whole test: the guide shows its body. */
class OwnOffersTest implements PricingLaws {

  // region body
  private static final LawSubject ENGINE = LawSubject.inMemory();
  private static final Draft OFFERS = ENGINE.engine().promotions().parse("""
      [{"id":"tea-week","scope":{"category":{"under":"tea"}},"effect":{"percent":{"ppm":150000}}},
       {"id":"three-for-two","lane":"UNIT","scope":{"tags":{"has":"basics"}},
        "effect":{"buyGet":{"buy":{"qty":2},"get":{"qty":1,"percent":1000000}}}},
       {"id":"from-50","lane":"PLATFORM_ORDER","currency":"EUR","code":"SPRING",
        "when":{"sum":{"of":"amount","ge":5000}},"effect":{"amount":{"off":700}}}]
      """);

  @Override
  public LawSubject subject() {
    return ENGINE;
  }

  @Override
  public Draft rules() {
    return OFFERS;
  }
  // endregion
}
