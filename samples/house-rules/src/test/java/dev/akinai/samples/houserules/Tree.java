package dev.akinai.samples.houserules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All texts of the repository, walked and read once. */
final class Tree {
  private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules");
  private static final Set<String> TEXTS =
      Set.of("java", "md", "xml", "sql", "json", "txt", "yml", "yaml", "properties", "sh", "html");
  private static final String BAD = "samples/house-rules/src/test/";

  private Tree() {}

  /**
   * One file.
   *
   * @param path from the root of the repository, with slashes
   * @param text what it holds, with line feeds only
   */
  record File(String path, String text) {
    List<String> lines() {
      return text.lines().toList();
    }

    boolean endsWith(String suffix) {
      return path.endsWith(suffix);
    }

    /** Whether it belongs to what a jar of ours is built from. */
    boolean isMain() {
      return path.endsWith(".java") && path.contains("/src/main/java/");
    }

    /** A sentence about one line, counted from 1. */
    String at(int line, String what) {
      return "%s:%d %s".formatted(path, line, what);
    }
  }

  /** Every text that is ours to keep tidy: no bad example, nothing built. */
  static List<File> files() {
    return Walked.FILES;
  }

  /** The file at a path, if the walk met it. */
  static Optional<File> find(String path) {
    return files().stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The root of the repository: the nearest folder above that holds engine-api. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("engine-api"))) {
      here = Optional.ofNullable(here.getParent())
          .orElseThrow(() -> new IllegalStateException("No folder above holds engine-api."));
    }
    return here;
  }

  private static boolean isBadExample(String path) {
    return path.startsWith(BAD + "resources/bad/")
        || path.startsWith(BAD + "java/dev/akinai/samples/houserules/bad/");
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Walked when first asked for. */
  private static final class Walked {
    private static final List<File> FILES = walk(root());

    private static List<File> walk(Path root) {
      var files = new ArrayList<File>();
      try {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean hidden = name.startsWith(".") && !name.equals(".ci") && !name.equals(".mvn");
            return !folder.equals(root) && (hidden || SKIPPED.contains(name))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            String name = root.relativize(path).toString().replace('\\', '/');
            if (TEXTS.contains(ending(name))
                && !isBadExample(name)
                && !name.endsWith("/.flattened-pom.xml")) {
              files.add(new File(name, Files.readString(path).replace("\r\n", "\n")));
            }
            return FileVisitResult.CONTINUE;
          }
        });
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      files.sort(Comparator.comparing(File::path));
      return List.copyOf(files);
    }
  }
}
