package dev.akinai.samples.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;

/** One run of the program. Immutable. */
record Cli(int code, String out, String err) {

  static Cli run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line =
        Workbench.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] texts = java.util.stream.Stream.of(args).map(Object::toString).toArray(String[]::new);
    int code = line.execute(texts);
    return new Cli(code, out.toString(), err.toString());
  }

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path gzip(Path folder, String name, String text) {
    Path path = folder.resolve(name);
    try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
