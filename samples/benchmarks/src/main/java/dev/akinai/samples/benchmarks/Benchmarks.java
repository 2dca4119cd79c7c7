package dev.akinai.samples.benchmarks;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures pricing beside baselines, in one run. Start it with {@code java -jar target/benchmarks.jar --help}. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures pricing beside baselines, in one run.")
public final class Benchmarks implements Callable<Integer> {

  @Parameters(
      description = "What to measure: match, quote, coupons, compile, memory, money, or all.",
      paramLabel = "GROUP",
      defaultValue = "all")
  private List<Group> groups = List.of();

  @Option(names = "--short", description = "Only see that everything runs; the figures say little.")
  private boolean quick;

  @Option(names = "--large", description = "Match against 100,000 offers too.")
  private boolean large;

  @Option(names = "--carts", description = "Carts of the group money; 10,000 if not said.")
  private Optional<Integer> carts = Optional.empty();

  @Option(names = "--json", description = "Writes every figure to a file.", paramLabel = "FILE")
  private Optional<Path> json = Optional.empty();

  private final PrintStream out = System.out;
  private final PrintStream progress = System.err;

  /** A group of measurements. */
  enum Group {
    MATCH,
    QUOTE,
    COUPONS,
    COMPILE,
    MEMORY,
    MONEY,
    ALL;

    Section run(Settings settings) {
      return switch (this) {
        case MATCH -> new MatchGroup(settings).run();
        case QUOTE -> new QuoteGroup(settings).run();
        case COUPONS -> new CouponsGroup(settings).run();
        case COMPILE -> new CompileGroup(settings).run();
        case MEMORY -> new MemoryGroup(settings).run();
        case MONEY -> new MoneyGroup(settings.carts()).run();
        case ALL ->
          throw new IllegalArgumentException(
              "The group (ALL) must stand for the others. Maybe it was not replaced by them.");
      };
    }
  }

  /**
   * Runs the groups that are named and ends the program.
   *
   * @param args groups and options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    Map<String, Object> machine = Machine.facts();
    report.put("machine", machine);
    machine.forEach((name, value) -> out.printf("%-10s %s%n", name, value));
    if (quick) {
      out.println("A SHORT run: the figures only show that everything runs.");
    }
    for (Group group : chosen()) {
      progress.println(group);
      Section section = group.run(settings());
      out.print(section.text());
      report.put(section.name(), section.json());
    }
    out.printf("%nload at the end: %s%n", Machine.load());
    report.put("load at the end", Machine.load());
    if (json.isPresent()) {
      JsonMapper mapper =
          JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
      Files.writeString(json.get(), mapper.writeValueAsString(report) + "\n");
    }
    return 0;
  }

  private Settings settings() {
    Effort effort = quick ? Effort.SHORT : Effort.FULL;
    return new Settings(effort, large, carts.orElse(quick ? 500 : 10_000), progress);
  }

  private Set<Group> chosen() {
    return groups.contains(Group.ALL)
        ? EnumSet.complementOf(EnumSet.of(Group.ALL))
        : EnumSet.copyOf(groups);
  }
}
