package dev.akinai.core.criteria;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.All;
import dev.akinai.criteria.Criterion.Any;
import dev.akinai.criteria.Criterion.Ext;
import dev.akinai.criteria.Criterion.Measure;
import dev.akinai.criteria.Criterion.Not;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.Criterion.Test;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON form of each type of node. */
final class CriterionWriter implements Criterion.Cases<JsonValue> {

  @Override
  public JsonValue all(All all) {
    return JsonObject.of("all", parts(all.parts()));
  }

  @Override
  public JsonValue any(Any any) {
    return JsonObject.of("any", parts(any.parts()));
  }

  @Override
  public JsonValue not(Not not) {
    return JsonObject.of("not", not.part().match(this));
  }

  @Override
  public JsonValue test(Test test) {
    JsonValue operand = operand(test.op(), test.values());
    return JsonObject.of(test.fact().value(), JsonObject.of(test.op().code(), operand));
  }

  @Override
  public JsonValue sum(SumTest sum) {
    Map<String, JsonValue> members = new TreeMap<>();
    members.put("of", new JsonText(sum.of().code()));
    sum.where().ifPresent(where -> members.put("where", where.match(this)));
    if (sum.of() == Measure.AMOUNT) {
      members.put("basis", new JsonText(sum.basis().name()));
    }
    members.put(sum.op().code(), operand(sum.op(), sum.bounds()));
    return JsonObject.of("sum", JsonObject.of(members));
  }

  @Override
  public JsonValue ext(Ext ext) {
    Map<String, JsonValue> members = new TreeMap<>();
    ext.args().values().forEach((name, arg) -> members.put(name, arg(arg)));
    return JsonObject.of("ext:" + ext.id(), JsonObject.of(members));
  }

  private JsonValue parts(List<Criterion> parts) {
    return new JsonArray(parts.stream().map(part -> part.match(this)).toList());
  }

  private static JsonValue operand(Op op, List<Literal> values) {
    boolean list = op.takes() == Op.Takes.MANY || op.takes() == Op.Takes.TWO;
    return list ? list(values) : literal(values.get(0));
  }

  private static JsonValue arg(Args.Arg arg) {
    return arg instanceof Args.One one ? literal(one.value()) : list(arg.literals());
  }

  private static JsonValue list(List<Literal> values) {
    return new JsonArray(values.stream().map(CriterionWriter::literal).toList());
  }

  private static JsonValue literal(Literal literal) {
    if (literal instanceof Literal.Text text) {
      return new JsonText(text.value());
    }
    if (literal instanceof Literal.Whole whole) {
      return new JsonNumber(whole.value());
    }
    return new JsonBool(((Literal.Flag) literal).value());
  }
}
