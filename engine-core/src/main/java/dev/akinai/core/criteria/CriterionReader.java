package dev.akinai.core.criteria;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.core.json.StrictJson;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Criterion.Measure;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.CriterionLimits;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.InvalidCriterionException;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one condition and collects what is wrong with it. A node that cannot be read is empty, and
 * so is every node around it; its neighbours are read on, for their own issues. For one thread.
 */
final class CriterionReader {
  private static final int MAX_ISSUES = 100;
  private static final String EXT = "ext:";
  private static final Set<String> SUM_FIELDS = Set.of("of", "where", "basis");

  private final Basis unsaid;
  private final List<CriterionIssue> issues = new ArrayList<>();
  private int nodes;
  private int literals;
  private int depth;
  private boolean stopped;

  /** A reader that takes a sum of amounts that does not name its basis on this one. */
  CriterionReader(Basis unsaid) {
    this.unsaid = unsaid;
  }

  List<CriterionIssue> issues() {
    return issues;
  }

  Optional<Criterion> read(JsonValue value, String path, FactSchema schema) {
    nodes++;
    depth++;
    checkSize(path);
    Optional<Criterion> node = stopped ? Optional.empty() : node(value, path, schema);
    depth--;
    return node;
  }

  private Optional<Criterion> node(JsonValue value, String path, FactSchema schema) {
    if (!(value instanceof JsonObject object) || object.members().size() != 1) {
      return bad(
          path,
          CriterionIssue.BAD_FORM,
          "The node must be an object of one member. Maybe put several tests into all.");
    }
    String name = object.members().firstKey();
    JsonValue inner = object.find(name).orElseThrow();
    String place = StrictJson.pointer(path, name);
    return switch (name) {
      case "all" -> parts(inner, place, schema).flatMap(of -> built(path, () -> all(of)));
      case "any" -> parts(inner, place, schema).flatMap(of -> built(path, () -> any(of)));
      case "not" ->
        read(inner, place, schema).flatMap(part -> built(path, () -> Criterion.not(part)));
      case "sum" -> sum(inner, place, schema);
      default ->
        name.startsWith(EXT)
            ? ext(name.substring(EXT.length()), inner, path, place, schema)
            : test(name, inner, path, place, schema);
    };
  }

  private Optional<List<Criterion>> parts(JsonValue value, String path, FactSchema schema) {
    if (!(value instanceof JsonArray array)) {
      return bad(path, CriterionIssue.BAD_FORM, "The parts must be a list. Maybe add brackets.");
    }
    List<Criterion> parts = new ArrayList<>();
    for (int i = 0; i < array.items().size() && !stopped; i++) {
      read(array.items().get(i), path + "/" + i, schema).ifPresent(parts::add);
    }
    return parts.size() == array.items().size() ? Optional.of(parts) : Optional.empty();
  }

  private Optional<Criterion> test(
      String name, JsonValue value, String path, String place, FactSchema schema) {
    Optional<FactName> fact =
        FactName.isName(name) ? Optional.of(FactName.of(name)) : Optional.empty();
    boolean known = fact.flatMap(schema::find).isPresent();
    if (!known) {
      bad(
          place,
          CriterionIssue.UNKNOWN_FACT,
          "The member must be all, any, not, sum, ext: or a fact known here. Maybe a typo.");
    }
    Optional<Question> question = question(value, place);
    if (!known || question.isEmpty()) {
      return Optional.empty();
    }
    Op op = question.get().op();
    Optional<Criterion> test = built(
        place + "/" + op,
        () -> new Criterion.Test(fact.get(), op, question.get().values()));
    return test.filter(criterion -> fits(criterion, path, schema));
  }

  private Optional<Question> question(JsonValue value, String path) {
    if (!(value instanceof JsonObject object) || object.members().size() != 1) {
      return bad(
          path,
          CriterionIssue.BAD_FORM,
          "The test must be an object of one operator. Maybe write {\"eq\":\"app\"}.");
    }
    String code = object.members().firstKey();
    return question(code, object.find(code).orElseThrow(), path);
  }

  private Optional<Question> question(String code, JsonValue value, String path) {
    String place = StrictJson.pointer(path, code);
    Optional<Op> op = Op.find(code);
    if (op.isEmpty()) {
      return bad(
          place,
          CriterionIssue.UNKNOWN_OP,
          "The operator must be one of the language. Maybe a typo, or a capital letter.");
    }
    return Literals.operand(op.get(), value, place, this::add)
        .filter(values -> counted(values.size(), place))
        .map(values -> new Question(op.get(), values));
  }

  private Optional<Criterion> sum(JsonValue value, String path, FactSchema schema) {
    if (!(value instanceof JsonObject object)) {
      return bad(path, CriterionIssue.BAD_FORM, "The sum must be an object. Maybe add braces.");
    }
    if (schema.lines().isEmpty()) {
      return bad(path, CriterionIssue.NO_SUMS, "The sum must see lines. Maybe test the line.");
    }
    Optional<Measure> of = required(object, "of", path, Measure.values(), Measure::code);
    Optional<Basis> basis = basis(object, of, path);
    Optional<JsonValue> filter = object.find("where");
    Optional<Criterion> where =
        filter.flatMap(found -> read(found, path + "/where", schema.lines().get()));
    Optional<Question> question = comparison(object, path);
    boolean complete = of.isPresent() && basis.isPresent() && question.isPresent();
    if (!complete || filter.isPresent() != where.isPresent()) {
      return Optional.empty();
    }
    Question asked = question.get();
    return built(
        path,
        () -> new Criterion.SumTest(of.get(), where, basis.get(), asked.op(), asked.values()));
  }

  private Optional<Basis> basis(JsonObject sum, Optional<Measure> of, String path) {
    if (sum.find("basis").isEmpty()) {
      return Optional.of(of.equals(Optional.of(Measure.AMOUNT)) ? unsaid : Basis.NET);
    }
    if (of.isPresent() && of.get() != Measure.AMOUNT) {
      return bad(
          path + "/basis",
          CriterionIssue.BAD_FORM,
          "The basis must go with an amount. Maybe leave it out.");
    }
    return required(sum, "basis", path, Basis.values(), Basis::name);
  }

  // Of the members that are no field of a sum, one must be the comparison.
  private Optional<Question> comparison(JsonObject sum, String path) {
    List<String> others = sum.members().keySet().stream()
        .filter(name -> !SUM_FIELDS.contains(name))
        .toList();
    List<String> ops = others.stream().filter(name -> Op.find(name).isPresent()).toList();
    for (String name : others) {
      if (!ops.contains(name)) {
        bad(
            StrictJson.pointer(path, name),
            CriterionIssue.UNKNOWN_FIELD,
            "The field must be of, where, basis or a comparison. Maybe a typo.");
      }
    }
    if (ops.size() != 1) {
      return bad(
          path,
          CriterionIssue.BAD_FORM,
          "The sum (" + ops.size() + " comparisons) must have one. Maybe add ge, or use all.");
    }
    return question(ops.get(0), sum.find(ops.get(0)).orElseThrow(), path);
  }

  private <E> Optional<E> required(
      JsonObject object, String field, String path, E[] choices, Function<E, String> code) {
    Optional<String> text =
        object.find(field).map(value -> value instanceof JsonText found ? found.value() : "");
    Optional<E> choice = Arrays.stream(choices)
        .filter(each -> text.equals(Optional.of(code.apply(each))))
        .findAny();
    if (choice.isEmpty()) {
      List<String> codes = Arrays.stream(choices).map(code).toList();
      bad(
          path + "/" + field,
          CriterionIssue.BAD_VALUE,
          "The field " + field + " must be one of " + codes + ". Maybe a typo.");
    }
    return choice;
  }

  private Optional<Criterion> ext(
      String id, JsonValue value, String path, String place, FactSchema schema) {
    if (!(value instanceof JsonObject object)) {
      return bad(place, CriterionIssue.BAD_FORM, "The arguments must be an object. Maybe {}.");
    }
    return args(object, place)
        .flatMap(args -> this.<Criterion>built(place, () -> new Criterion.Ext(id, args)))
        .filter(ext -> fits(ext, path, schema));
  }

  private Optional<Args> args(JsonObject object, String path) {
    Map<String, Args.Arg> args = new TreeMap<>();
    object.members().forEach((name, value) -> {
      String place = StrictJson.pointer(path, name);
      arg(value, place)
          .filter(arg -> counted(arg.literals().size(), place))
          .ifPresent(arg -> args.put(name, arg));
    });
    boolean complete = args.size() == object.members().size();
    return complete ? built(path, () -> Args.of(args)) : Optional.empty();
  }

  private Optional<Args.Arg> arg(JsonValue value, String path) {
    return value instanceof JsonArray array
        ? Literals.list(array, path, this::add).map(Args.Many::new)
        : Literals.literal(value, path, this::add).map(Args.One::new);
  }

  private boolean fits(Criterion node, String path, FactSchema schema) {
    List<CriterionIssue> found = schema.issues(node);
    found.forEach(issue -> add(issue.under(path)));
    return found.isEmpty();
  }

  private boolean counted(int values, String path) {
    literals += values;
    checkSize(path);
    return !stopped;
  }

  // The constructors check the same limits; here reading stops at once, with the place.
  private void checkSize(String path) {
    boolean tooLarge = nodes > CriterionLimits.MAX_NODES
        || depth > CriterionLimits.MAX_DEPTH
        || literals > CriterionLimits.MAX_LITERALS;
    if (tooLarge && !stopped) {
      bad(
          path,
          CriterionIssue.TOO_LARGE,
          "The condition must have at most " + CriterionLimits.MAX_NODES + " nodes, "
              + CriterionLimits.MAX_DEPTH + " levels and " + CriterionLimits.MAX_LITERALS
              + " values. Maybe give the goods a tag and test that.");
      stopped = true;
    }
  }

  private <T> Optional<T> built(String path, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidCriterionException invalid) {
      invalid.issues().forEach(issue -> add(issue.under(path)));
      return Optional.empty();
    }
  }

  private <T> Optional<T> bad(String path, String code, String message) {
    add(new CriterionIssue(path, code, message));
    return Optional.empty();
  }

  private void add(CriterionIssue issue) {
    if (issues.size() < MAX_ISSUES) {
      issues.add(issue);
    }
    stopped |= issues.size() == MAX_ISSUES;
  }

  private static Criterion all(List<Criterion> parts) {
    return new Criterion.All(parts);
  }

  private static Criterion any(List<Criterion> parts) {
    return new Criterion.Any(parts);
  }

  private record Question(Op op, List<Literal> values) {}
}
