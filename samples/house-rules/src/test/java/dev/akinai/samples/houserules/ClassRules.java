package dev.akinai.samples.houserules;

import static dev.akinai.samples.houserules.Part.API;
import static dev.akinai.samples.houserules.Part.CORE;
import static dev.akinai.samples.houserules.Part.JDBC;

import dev.akinai.samples.houserules.bad.Clocks;
import dev.akinai.samples.houserules.bad.Exits;
import dev.akinai.samples.houserules.bad.Fetches;
import dev.akinai.samples.houserules.bad.Floats;
import dev.akinai.samples.houserules.bad.LoadsByName;
import dev.akinai.samples.houserules.bad.Patterns;
import dev.akinai.samples.houserules.bad.Prints;
import dev.akinai.samples.houserules.bad.Promises;
import dev.akinai.samples.houserules.bad.Serializes;
import dev.akinai.samples.houserules.bad.SqlAsText;
import dev.akinai.samples.houserules.bad.StaticState;
import dev.akinai.samples.houserules.bad.Threads;
import dev.akinai.samples.houserules.bad.levels.base.ReachesUp;
import dev.akinai.samples.houserules.bad.unmarked.Unmarked;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules over classes, one row each. */
final class ClassRules {
  private static final Set<Part> LIBRARY = EnumSet.of(API, CORE, JDBC);
  private static final Set<Part> ALL = EnumSet.allOf(Part.class);

  private ClassRules() {}

  /** All rows. */
  static List<ClassRule> all() {
    return Stream.of(structure(), api(), exactness(), safety())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ClassRule> structure() {
    return List.of(
        new ClassRule(
            "levels",
            "knowledge flows up as events; a lower context asks upward through a port it owns",
            LIBRARY,
            Levels::look,
            ReachesUp.class),
        new ClassRule(
            "api needs the JDK only",
            "a host that calls us must not get a library it did not choose",
            EnumSet.of(API),
            Looks.needsOnly("java.", "org.jspecify.annotations.", "dev.akinai."),
            SqlAsText.class),
        new ClassRule(
            "core needs few libraries",
            "every library is a version a host has to live with",
            EnumSet.of(CORE),
            Looks.needsOnly(
                "java.",
                "org.jspecify.annotations.",
                "com.google.common.",
                "com.google.errorprone.annotations.",
                "com.github.benmanes.caffeine.cache.",
                "com.fasterxml.jackson.core.",
                "dev.akinai."),
            SqlAsText.class),
        new ClassRule(
            "jdbc needs few libraries",
            "the storage knows the contract, never the engine behind it",
            EnumSet.of(JDBC),
            type -> Stream.concat(
                Looks.needsOnly(
                        "java.",
                        "javax.sql.",
                        "org.jspecify.annotations.",
                        "org.jooq.",
                        "com.zaxxer.hikari.",
                        "org.flywaydb.core.",
                        "dev.akinai.")
                    .at(type),
                Looks.needsNone("dev.akinai.core.", "dev.akinai.testkit.").at(type)),
            Promises.class));
  }

  private static List<ClassRule> api() {
    return List.of(
        new ClassRule(
            "@Api",
            "whoever may only call a type and whoever may implement it are given different promises",
            EnumSet.of(API),
            Looks.withoutPromise(),
            Promises.class),
        new ClassRule(
            "@NullMarked",
            "a signature tells what may be null; write a package-info of one sentence",
            ALL,
            Looks.nullMarked(),
            Unmarked.class));
  }

  private static List<ClassRule> exactness() {
    return List.of(
        new ClassRule(
            "no clock, chance or id",
            "time, chance and ids come in through the door, so that a test decides them",
            EnumSet.of(API, CORE),
            Looks.uses("java\\.time\\..*\\.now"
                + "|java\\.time\\.Clock\\.(system|tick).*"
                + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
                + "|java\\.util\\.(Date|Random|SplittableRandom)\\.<init>"
                + "|java\\.util\\.(Calendar\\.getInstance|UUID\\.randomUUID)"
                + "|java\\.util\\.random\\.RandomGenerator(Factory)?\\.(of|getDefault)"
                + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current"
                + "|java\\.security\\.SecureRandom\\.(<init>|getInstance.*)"
                + "|java\\.lang\\.(Strict)?Math\\.random"),
            Clocks.class),
        new ClassRule(
            "no floating point",
            "a binary fraction cannot hold a cent; use Money, Ratio or whole units",
            LIBRARY,
            Looks.floatingPoint(),
            Floats.class));
  }

  private static List<ClassRule> safety() {
    return List.of(
        new ClassRule(
            "no SQL as text",
            "what is bound cannot be injected; use jOOQ's typed API",
            LIBRARY,
            Looks.sqlAsText(),
            SqlAsText.class),
        new ClassRule(
            "no Java serialisation",
            "bytes from outside must not choose the class; documents are JSON with closed names",
            ALL,
            Looks.serializable(),
            Serializes.class),
        new ClassRule(
            "patterns are constants",
            "a pattern from data can run for hours; compile ours once, in a static field",
            LIBRARY,
            Looks.patternsFromData(),
            Patterns.class),
        new ClassRule(
            "no network or files",
            "the engine has no network of its own except JDBC and opens nothing named by data",
            LIBRARY,
            Looks.needsNone("java.net.", "javax.net.", "java.nio.file.", "java.io.File"),
            Fetches.class),
        new ClassRule(
            "no code by name",
            "a text must not become code: no class, script or process by name",
            LIBRARY,
            type -> Stream.concat(
                Looks.needsNone("javax.script.", "java.lang.ProcessBuilder").at(type),
                Looks.uses("java\\.lang\\.Class\\.forName|java\\.lang\\.ClassLoader\\.loadClass"
                        + "|java\\.lang\\.Runtime\\.exec")
                    .at(type)),
            LoadsByName.class),
        new ClassRule(
            "the process is the host's",
            "a library must not end it or hook its end",
            ALL,
            Looks.uses("java\\.lang\\.System\\.(exit|setProperty|load.*)"
                + "|java\\.lang\\.Runtime\\.(exit|halt|addShutdownHook|load.*)"),
            Exits.class),
        new ClassRule(
            "no output",
            "what is said goes to the caller; the console is the host's",
            LIBRARY,
            Looks.uses("java\\.lang\\.System\\.(out|err)|.*\\.printStackTrace"),
            Prints.class),
        new ClassRule(
            "no thread of our own",
            "the host knows every thread that runs in its process",
            LIBRARY,
            Looks.threads(),
            Threads.class),
        new ClassRule(
            "no static state",
            "two engines in one process must not meet; keep state in an object",
            LIBRARY,
            Looks.staticState(),
            StaticState.class));
  }
}
