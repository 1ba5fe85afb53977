package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import factory.integration.adapter.jsonata.GuardedFunction.Body;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every function that expressions know, guarded; some with a body of our own. */
final class BuiltInFunctions {

  private static final List<String> AS_THEY_ARE =
      List.of(
          "sum count max min average string substring substringBefore substringAfter lowercase",
          "uppercase length trim contains split number floor ceil abs sqrt power random boolean",
          "not map zip filter single reduce sift keys lookup append exists spread merge reverse",
          "each error assert type sort shuffle distinct base64encode base64decode",
          "encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl clone");

  private static final Map<String, GuardedFunction> ALL = all();

  private BuiltInFunctions() {}

  /** Puts the guarded functions before the library's own in that expression. */
  static void replaceIn(Jsonata expression) {
    ALL.forEach(expression::registerFunction);
  }

  private static Map<String, GuardedFunction> all() {
    Map<String, GuardedFunction> functions = new LinkedHashMap<>();
    for (String names : AS_THEY_ARE) {
      for (String name : names.split(" ")) {
        functions.put(name, guarded(name, original(name)::call));
      }
    }
    own().forEach((name, body) -> functions.put(name, guarded(name, body)));
    PictureFunctions.all().forEach((name, body) -> functions.put(name, guarded(name, body)));
    return functions;
  }

  private static Map<String, Body> own() {
    Body noEval = (_, _) -> refuse("$eval is not offered to mappings");
    Body noMatch = (_, _) -> refuse("$match is not offered to mappings: it needs an expression");
    return Map.of(
        "pad", TextFunctions::pad,
        "join", TextFunctions::join,
        "replace", TextFunctions::replace,
        "eval", noEval,
        "match", noMatch);
  }

  private static Object refuse(String sentence) {
    throw Evaluation.current().stop(Kind.INVALID, sentence);
  }

  private static GuardedFunction guarded(String name, Body body) {
    return new GuardedFunction(name, original(name), body);
  }

  /** The library's function, which is the value of the variable of its name. */
  static JFunction original(String name) {
    return (JFunction) Jsonata.jsonata("$" + name).evaluate(null);
  }
}
