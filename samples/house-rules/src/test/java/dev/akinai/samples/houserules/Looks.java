package dev.akinai.samples.houserules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import dev.akinai.base.Api;
import dev.akinai.samples.houserules.ClassRule.Look;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways to look at one class. */
final class Looks {
  private static final List<String> INEXACT =
      List.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final Pattern MUTABLE = Pattern.compile(
      "java\\.util\\.(concurrent\\.)?(.*Map|.*List|.*Set|.*Deque|.*Queue|Random|Date|Calendar)"
          + "|java\\.util\\.concurrent\\.(atomic|locks)\\..*"
          + "|java\\.lang\\.(ThreadLocal|StringBuilder)|.*\\.cache\\.Cache|.*\\[]");
  private static final List<String> UNMODIFIABLE =
      List.of("java.util.List", "java.util.Set", "java.util.Map");

  private Looks() {}

  /** Finds uses of methods, constructors ({@code <init>}) and fields, named in full. */
  static Look uses(String fullNames) {
    Pattern pattern = Pattern.compile(fullNames);
    return type -> type.getAccessesFromSelf().stream()
        .filter(access -> pattern.matcher(target(access)).matches())
        .map(JavaAccess::getDescription);
  }

  /** Finds a pattern that is made while running; a constant is made once, from our own text. */
  static Look patternsFromData() {
    Pattern pattern = Pattern.compile("java\\.util\\.regex\\.Pattern\\.(compile|matches)"
        + "|java\\.lang\\.String\\.(matches|replaceAll|replaceFirst|split)");
    return type -> type.getAccessesFromSelf().stream()
        .filter(access -> pattern.matcher(target(access)).matches())
        .filter(access ->
            !access.getOrigin().getName().equals(JavaStaticInitializer.STATIC_INITIALIZER_NAME))
        .map(JavaAccess::getDescription);
  }

  /** Finds a call of a method whose SQL is text: JDBC's, and those that jOOQ marks. */
  static Look sqlAsText() {
    return type -> type.getAccessesFromSelf().stream()
        .filter(access -> isJdbcText(access) || isPlainSql(access))
        .map(JavaAccess::getDescription);
  }

  private static boolean isJdbcText(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return owner.isAssignableTo(java.sql.Statement.class)
            && (name.startsWith("execute") || name.equals("addBatch"))
            && firstParameter(access).equals("java.lang.String")
        || owner.isAssignableTo(java.sql.Connection.class)
            && (name.startsWith("prepare") || name.equals("nativeSQL"));
  }

  private static String firstParameter(JavaAccess<?> access) {
    if (access.getTarget()
            instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
        && !target.getRawParameterTypes().isEmpty()) {
      return target.getRawParameterTypes().get(0).getFullName();
    }
    return "";
  }

  private static boolean isPlainSql(JavaAccess<?> access) {
    return Part.isIn(access.getTargetOwner().getPackageName(), "org.jooq")
        && access.getTarget().resolveMember().stream()
            .anyMatch(member -> isAnnotated(member, "org.jooq.PlainSQL"));
  }

  private static boolean isAnnotated(HasAnnotations<?> thing, String annotation) {
    return thing.isAnnotatedWith(annotation);
  }

  /** Finds a class that is used but begins with none of the prefixes. */
  static Look needsOnly(String... prefixes) {
    return type -> type.getDirectDependenciesFromSelf().stream()
        .filter(need -> !isAllowed(need.getTargetClass().getBaseComponentType(), prefixes))
        .map(need -> need.getDescription());
  }

  private static boolean isAllowed(JavaClass target, String... prefixes) {
    String name = target.getFullName();
    return target.isPrimitive()
        || Part.isIn(target.getPackageName(), "java.lang")
        || Arrays.stream(prefixes).anyMatch(name::startsWith);
  }

  /** Finds a class of these prefixes that is used. */
  static Look needsNone(String... prefixes) {
    return type -> type.getDirectDependenciesFromSelf().stream()
        .filter(need -> Arrays.stream(prefixes)
            .anyMatch(need.getTargetClass().getBaseComponentType().getFullName()::startsWith))
        .map(need -> need.getDescription());
  }

  /** Finds a number with a floating point: kept, taken, answered, or asked of another class. */
  static Look floatingPoint() {
    return type -> Stream.of(
            type.getFields().stream()
                .filter(field -> isInexact(field.getRawType()))
                .map(JavaField::getDescription),
            type.getCodeUnits().stream().filter(Looks::isInexact).map(JavaCodeUnit::getDescription),
            type.getCodeUnits().stream()
                .flatMap(unit -> unit.getCallsFromSelf().stream())
                .filter(call -> isInexact(call.getTarget().getRawReturnType())
                    || call.getTarget().getRawParameterTypes().stream().anyMatch(Looks::isInexact))
                .map(JavaAccess::getDescription))
        .flatMap(found -> found);
  }

  private static boolean isInexact(JavaCodeUnit unit) {
    return isInexact(unit.getRawReturnType())
        || unit.getRawParameterTypes().stream().anyMatch(Looks::isInexact);
  }

  private static boolean isInexact(JavaClass type) {
    return INEXACT.contains(type.getBaseComponentType().getFullName());
  }

  /** Finds state that is shared by everything in the process. */
  static Look staticState() {
    return type -> type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL) || isMutable(field))
        .map(JavaField::getDescription);
  }

  private static boolean isMutable(JavaField field) {
    String name = field.getRawType().getName();
    boolean array = field.getRawType().isArray();
    return array || !UNMODIFIABLE.contains(name) && MUTABLE.matcher(name).matches();
  }

  /** Finds a class that says itself that it may be serialised; what comes from the JDK is not ours. */
  static Look serializable() {
    return type -> Stream.concat(
        type.getRawInterfaces().stream()
            .filter(face -> face.isEquivalentTo(Serializable.class))
            .map(face -> type.getDescription() + " says that it is Serializable"),
        uses("java\\.io\\.Object(In|Out)putStream\\..*").at(type));
  }

  /** Finds a thread that is made here. */
  static Look threads() {
    Look made = uses("java\\.lang\\.Thread\\.(<init>|start|startVirtualThread|of.*)"
        + "|java\\.util\\.Timer\\.<init>|java\\.util\\.concurrent\\.Executors\\..*"
        + "|java\\.util\\.concurrent\\..*(PoolExecutor|ForkJoinPool)\\.<init>"
        + "|java\\.util\\.concurrent\\.CompletableFuture\\..*Async"
        + "|.*\\.(parallelStream|parallel)");
    return type -> Stream.concat(
        made.at(type),
        Stream.of(type)
            .filter(thread -> thread.isAssignableTo(Thread.class))
            .map(thread -> thread.getDescription() + " is a Thread"));
  }

  /** Finds a type of the API that does not say who may implement it. */
  static Look withoutPromise() {
    return type -> Stream.of(type)
        .filter(here -> here.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(here -> here.isTopLevelClass() && !here.isAnnotation())
        .filter(here -> !here.isRecord() && !here.isEnum() && !here.isAssignableTo(Throwable.class))
        .filter(here -> !here.reflect().isSealed())
        .filter(here -> !here.isAnnotatedWith(Api.class))
        .map(here -> here.getDescription() + " has no @Api");
  }

  /** Finds a package without {@code @NullMarked}. */
  static Look nullMarked() {
    return type -> Stream.of(type.getPackage())
        .filter(here -> here.tryGetPackageInfo()
            .map(info -> !info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .orElse(true))
        .map(here -> "The package " + here.getName() + " is not @NullMarked");
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
  }
}
