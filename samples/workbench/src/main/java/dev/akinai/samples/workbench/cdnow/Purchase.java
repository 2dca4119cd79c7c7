package dev.akinai.samples.workbench.cdnow;

import java.time.LocalDate;

/**
 * One purchase. Immutable.
 *
 * @param customer who bought, in five digits
 * @param day when
 * @param cds how many CDs
 * @param cents what they cost
 */
record Purchase(String customer, LocalDate day, long cds, long cents) {

  /** The month, such as {@code 1997-01}. */
  String month() {
    return day.toString().substring(0, 7);
  }
}
