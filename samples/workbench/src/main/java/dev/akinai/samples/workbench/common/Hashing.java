package dev.akinai.samples.workbench.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over lines of text, without holding them. For one thread. */
public final class Hashing {

  private final MessageDigest digest;

  /** Begins a hash. */
  public Hashing() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(
          "SHA-256 must be part of every Java. Maybe the security settings were changed.", missing);
    }
  }

  /**
   * Adds a line.
   *
   * @param line without a line break, which is added
   */
  public void line(String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Ends the hash.
   *
   * @return 64 hex digits
   */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
