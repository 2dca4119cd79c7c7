/** For those who write plug-ins: the storage contract, stores that are wrong on purpose, whole scenarios, and a clock moved by hand. */
module dev.akinai.testkit {
  requires static org.jspecify;
  requires static transitive net.jqwik.api;
  requires static transitive org.junit.jupiter.api;
  requires transitive dev.akinai.api;
  requires dev.akinai.core;

  exports dev.akinai.testkit.engine;
  exports dev.akinai.testkit.pricing;
  exports dev.akinai.testkit.spi;
  exports dev.akinai.testkit.spi.bad;

  opens dev.akinai.testkit.spi;
}
