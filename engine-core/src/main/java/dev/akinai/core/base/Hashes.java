package dev.akinai.core.base;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SHA-256 in hex. Stateless. */
public final class Hashes {

  private Hashes() {}

  /** The hash of a text's UTF-8 bytes. */
  public static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /** The hash of a command's parts; each is framed by its length, so that no two lists of parts look alike. */
  static String ofCommand(List<?> parts) {
    var framed = new StringBuilder();
    for (Object part : parts) {
      String text = String.valueOf(part);
      framed.append(text.length()).append(':').append(text);
    }
    return sha256(framed.toString());
  }
}
