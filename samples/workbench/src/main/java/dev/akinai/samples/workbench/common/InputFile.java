package dev.akinai.samples.workbench.common;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a text file of UTF-8, packed by gzip or plain, and says what is wrong with it in one sentence. Immutable. */
public final class InputFile {

  private static final int BUFFER = 1 << 16;

  private final Path path;

  /**
   * A file that must be there.
   *
   * @param path where it is
   * @throws BadInputException if it is not a readable file
   */
  public InputFile(Path path) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new BadInputException(
          "The file (" + path + ") must exist and be readable. Maybe the path is misspelt.");
    }
    this.path = path;
  }

  /**
   * Where it is.
   *
   * @return the path as it was given
   */
  public Path path() {
    return path;
  }

  /**
   * Its size on the disk.
   *
   * @return bytes
   */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /**
   * A file of the same folder.
   *
   * @param name its name
   * @return the path, or empty if there is none
   */
  public Optional<Path> beside(String name) {
    return Optional.of(path.resolveSibling(name)).filter(Files::isRegularFile);
  }

  /**
   * Opens the text; malformed UTF-8 is an error, never a replaced character.
   *
   * @return a reader that the caller closes
   * @throws BadInputException if it is not what its name says
   */
  public BufferedReader open() {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
      InputStream text =
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
      return new BufferedReader(
          new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), BUFFER);
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /**
   * The whole text of a small file.
   *
   * @return the text
   * @throws BadInputException if it cannot be read
   */
  public String text() {
    try (BufferedReader reader = open()) {
      var text = new StringBuilder();
      char[] part = new char[BUFFER];
      for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
        text.append(part, 0, read);
      }
      return text.toString();
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /**
   * Says what is wrong with the file.
   *
   * @param cause what reading it threw
   * @return the exception to throw
   */
  public BadInputException failed(Exception cause) {
    Throwable found =
        cause instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : cause;
    if (found instanceof ZipException || found instanceof EOFException) {
      return new BadInputException(
          "The file (" + path
              + ") must be a whole gzip file. Maybe it was cut off, or is not packed at all.",
          cause);
    }
    if (found instanceof CharacterCodingException) {
      return new BadInputException(
          "The file (" + path + ") must be text in UTF-8. Maybe it has another encoding.", cause);
    }
    return new BadInputException(
        "The file (%s) must be readable, but: %s. Maybe try a fresh copy."
            .formatted(path, found.getMessage()),
        cause);
  }
}
