package dev.akinai.core.pricing;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * JSON that is hashed while it is written, as UTF-8. A quote says some ten thousand characters, nearly all of ASCII: each becomes a byte once,
 * and no text of the whole is kept. For one digest and thread.
 */
final class DigestText {

  /** The digits of a number and the marks before it. */
  private static final int MARKS = 32;

  private static final char NONE = 0;

  private final Hasher hasher = Hashing.sha256().newHasher();
  private byte[] bytes = new byte[1024];
  private int size;
  /** Whether what comes next is the first of its object or list, which no comma stands before. */
  private boolean first = true;

  void open() {
    ensure(2);
    if (!first) {
      bytes[size++] = ',';
    }
    bytes[size++] = '{';
    first = true;
  }

  void close() {
    end('}');
  }

  void openList(String name) {
    key(name, '[');
    first = true;
  }

  void closeList() {
    end(']');
  }

  private void end(char mark) {
    ensure(1);
    bytes[size++] = (byte) mark;
    first = false;
  }

  /** A field's name, of ASCII, and the mark after its colon; there is room for a number behind it. */
  @SuppressWarnings("deprecation") // it cuts characters to bytes, which is right for ASCII
  private void key(String name, char mark) {
    int length = name.length();
    ensure(length + MARKS);
    byte[] out = bytes;
    int at = size;
    if (!first) {
      out[at++] = ',';
    }
    out[at++] = '"';
    name.getBytes(0, length, out, at);
    at += length;
    out[at++] = '"';
    out[at++] = ':';
    if (mark != NONE) {
      out[at++] = (byte) mark;
    }
    size = at;
    first = false;
  }

  void flag(String name, boolean value) {
    key(name, NONE);
    plainText(Boolean.toString(value));
  }

  void name(String name, String value) {
    key(name, '"');
    int plain = plainText(value);
    if (plain < value.length()) {
      write(escaped(value.substring(plain)).getBytes(StandardCharsets.UTF_8));
    }
    ensure(1);
    bytes[size++] = '"';
  }

  /** Writes the characters that stand for themselves in one byte, up to the first that does not; answers how many. */
  private int plainText(String value) {
    int length = value.length();
    ensure(length);
    byte[] out = bytes;
    int from = size;
    int i = 0;
    for (; i < length; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        break;
      }
      out[from + i] = (byte) c;
    }
    size = from + i;
    return i;
  }

  private static String escaped(String value) {
    var text = new StringBuilder(value.length() + MARKS);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  void number(String name, long number) {
    key(name, NONE);
    if (number < 0) {
      plainText(Long.toString(number)); // rare, and the least long has no positive counterpart
      return;
    }
    byte[] out = bytes;
    int from = size;
    int end = from + digits(number);
    long rest = number;
    for (int i = end - 1; i >= from; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long power = 10; digits < 19 && number >= power; power *= 10) {
      digits++;
    }
    return digits;
  }

  private void write(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Makes room for so many bytes: what stands there is hashed first. */
  private void ensure(int needed) {
    if (needed > bytes.length - size) {
      hasher.putBytes(bytes, 0, size);
      size = 0;
      bytes = needed > bytes.length ? new byte[needed] : bytes;
    }
  }

  /** The hash of all that was written, in hex. For once. */
  String sha256() {
    return hasher.putBytes(bytes, 0, size).hash().toString();
  }
}
