/** What you call and what you may implement: values, one interface per domain, events, and the storage SPI. Needs the JDK only. */
module dev.akinai.api {
  requires static org.jspecify;

  exports dev.akinai.base;
  exports dev.akinai.catalog;
  exports dev.akinai.criteria;
  exports dev.akinai.engine;
  exports dev.akinai.event;
  exports dev.akinai.ledger;
  exports dev.akinai.location;
  exports dev.akinai.member;
  exports dev.akinai.money;
  exports dev.akinai.order;
  exports dev.akinai.payment;
  exports dev.akinai.points;
  exports dev.akinai.price;
  exports dev.akinai.pricing;
  exports dev.akinai.promotion;
  exports dev.akinai.quota;
  exports dev.akinai.spi;
  exports dev.akinai.stock;
}
