import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Tells what really ran: which suites on which engine, every test class of the sources, and the sum. Run from the top folder with the
 * exit code of Maven; ends with 1 if Maven failed, a test failed, an engine had no test or skipped one, or a test class did not run.
 */
final class Report {
  /** A class that must have run on an engine; change the patterns when a suite gets another name. */
  record Expected(String engine, Pattern suite) {}

  static final List<Expected> CONTRACTS =
      List.of(
          new Expected("in-memory", Pattern.compile(".*InMemory(StorageContract|JoinedContract|JoinedShop|Scenarios)Test")),
          new Expected("H2", Pattern.compile(".*H2(StorageContract|JoinedContract|JoinedShop|Scenarios)Test")),
          new Expected("PostgreSQL", Pattern.compile(".*Postgres(StorageContract|JoinedContract|JoinedShop|Scenarios)Test")),
          new Expected("MariaDB", Pattern.compile(".*MariaDb(StorageContract|JoinedContract|JoinedShop|Scenarios)Test")));

  /** Contract suites are where a storage is. */
  static final List<String> CONTRACT_MODULES = List.of("engine-testkit", "engine-jdbc");

  /** Tests of published facts, which read the folder beside the checkout; where it exists, none may be skipped. */
  static final Path SHARED = Path.of("..", "shared");
  static final Pattern NEEDS_SHARED = Pattern.compile(".*(Vectors|SharedData)\\w*Test");

  /** One test class with its counts. */
  record Suite(Path module, String name, int tests, int failed, int skipped) {
    int passed() {
      return tests - failed - skipped;
    }

    boolean is(Pattern pattern) {
      return pattern.matcher(outer()).matches();
    }

    String outer() {
      return name.replaceFirst("\\$.*", "");
    }
  }

  private final List<Suite> suites = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    Report report = new Report();
    report.read();
    report.mavenSucceeded(args.length == 0 ? 0 : Integer.parseInt(args[0]));
    report.everyEngineRan();
    report.everyClassRan();
    report.sharedWasRead();
    System.exit(report.finish());
  }

  private void read() throws Exception {
    for (Path file : files("**/target/surefire-reports/TEST-*.xml")) {
      Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
      Path module = file.getParent().getParent().getParent();
      int failed = count(root, "failures") + count(root, "errors");
      suites.add(new Suite(module, root.getAttribute("name"), count(root, "tests"), failed, count(root, "skipped")));
    }
  }

  private static int count(Element root, String what) {
    return Integer.parseInt(root.getAttribute(what));
  }

  private void mavenSucceeded(int code) {
    if (code != 0) {
      faults.add("Maven ended with " + code + ".");
    }
  }

  private void everyEngineRan() {
    System.out.println("Storage contract, by engine:");
    for (Expected expected : CONTRACTS) {
      List<Suite> ran = suites.stream()
          .filter(s -> CONTRACT_MODULES.contains(s.module().getFileName().toString()) && s.is(expected.suite()))
          .toList();
      ran.forEach(s -> System.out.printf("  %-10s %-70s %4d passed %3d failed %3d skipped%n", expected.engine(), s.name(), s.passed(), s.failed(), s.skipped()));
      if (ran.stream().mapToInt(Suite::passed).sum() == 0) {
        faults.add(expected.engine() + ": no contract test ran. Expected a class like " + expected.suite() + " in " + CONTRACT_MODULES + ".");
      }
      if (ran.stream().anyMatch(s -> s.skipped() > 0)) {
        faults.add(expected.engine() + ": a contract test was skipped. Maybe the server is missing here.");
      }
    }
  }

  /** Surefire silently leaves out what does not match its patterns, so the sources say what must be there. */
  private void everyClassRan() throws IOException {
    Map<String, Integer> tests = new TreeMap<>();
    suites.forEach(s -> tests.merge(s.outer(), s.tests(), Integer::sum));
    int expected = 0;
    for (Path source : files("**/src/test/java/**Test.java")) {
      String name = className(source);
      if (isAbstract(source)) {
        continue;
      }
      expected++;
      if (tests.getOrDefault(name, 0) == 0) {
        faults.add(name + " did not run. Maybe it has no test.");
      }
    }
    System.out.println("Test classes in the sources: " + expected + ", reported: " + tests.size());
  }

  private static String className(Path source) {
    String path = source.toString().replace('\\', '/');
    String start = "src/test/java/";
    return path.substring(path.indexOf(start) + start.length(), path.length() - ".java".length()).replace('/', '.');
  }

  private static boolean isAbstract(Path source) throws IOException {
    String name = source.getFileName().toString().replace(".java", "");
    return Pattern.compile("(abstract[\\w\\s]*\\sclass|interface|@interface)\\s+" + name + "\\b").matcher(Files.readString(source)).find();
  }

  private void sharedWasRead() {
    if (!Files.isDirectory(SHARED)) {
      System.out.println("There is no " + SHARED + ", so tests of its facts may be skipped.");
      return;
    }
    suites.stream()
        .filter(s -> s.is(NEEDS_SHARED) && s.skipped() > 0)
        .forEach(s -> faults.add(s.name() + " skipped " + s.skipped() + " tests although " + SHARED + " is there."));
  }

  private int finish() {
    int passed = suites.stream().mapToInt(Suite::passed).sum();
    int failed = suites.stream().mapToInt(Suite::failed).sum();
    int skipped = suites.stream().mapToInt(Suite::skipped).sum();
    faults.forEach(fault -> System.out.println("FAULT: " + fault));
    System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    return faults.isEmpty() && failed == 0 && passed > 0 ? 0 : 1;
  }

  private static List<Path> files(String glob) throws IOException {
    Path top = Path.of("").toAbsolutePath();
    var matcher = top.getFileSystem().getPathMatcher("glob:" + glob);
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile).filter(file -> matcher.matches(top.relativize(file))).sorted().toList();
    }
  }
}
