/** The engine; its public face is {@link dev.akinai.core.Akinai}. */
module dev.akinai.core {
  requires transitive dev.akinai.api;
  requires static org.jspecify;
  requires com.google.common;
  requires com.github.benmanes.caffeine;
  requires com.fasterxml.jackson.core;

  exports dev.akinai.core;
}
