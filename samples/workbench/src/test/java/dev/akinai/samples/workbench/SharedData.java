package dev.akinai.samples.workbench;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of real data that may stand beside the repository. Stateless. */
final class SharedData {

  private SharedData() {}

  /** A file of that folder, whether or not it exists. */
  static Path find(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolveSibling("shared"))) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared").resolve(name);
  }

  static String skipped(Path file) {
    String reason = "skipped: there is no " + file;
    System.out.println(reason);
    return reason;
  }
}
