package dev.akinai.jdbc.engines;

import org.opentest4j.TestAbortedException;

/** Says that an engine cannot run on this machine, so that its tests are skipped and named. */
final class EngineMissing extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  EngineMissing(String message, Throwable cause) {
    super(message, cause);
  }
}
