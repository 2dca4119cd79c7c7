package dev.akinai.order;

import dev.akinai.base.Text;

/**
 * What another system calls an order; it belongs to one order per shop and source (R-STO-36). Immutable.
 *
 * @param source which system, 1 to 64 visible characters
 * @param ref its number there, 1 to 96 visible characters
 */
public record ExternalRef(String source, String ref) {

  /** Checks the texts. */
  public ExternalRef {
    Text.requireVisible("source", source, 64);
    Text.requireVisible("ref", ref, 96);
  }
}
