package factory.integration.gateway.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Says which field of a JSON body could not be bound, without naming classes. */
final class BindingProblems {

  private BindingProblems() {}

  static Problem of(JacksonException failure) {
    String field = path(failure.getPath());
    if (field.isEmpty()) {
      return Problem.of(ProblemKind.UNREADABLE, "the body must be a JSON object");
    }
    return Problem.invalid(List.of(new FieldError(field, message(failure))));
  }

  private static String message(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown -> "is unknown here; known are " + known(unknown);
      case InvalidFormatException format -> "must be " + expected(format.getTargetType());
      case ValueInstantiationException refused -> refused.getCause().getMessage();
      case MismatchedInputException mismatch -> "must be " + expected(mismatch.getTargetType());
      case InputCoercionException number -> "is out of range";
      default -> "has the wrong form";
    };
  }

  private static String known(UnrecognizedPropertyException failure) {
    Collection<Object> names = failure.getKnownPropertyIds();
    return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return "one of " + JsonMapper.shared().writeValueAsString(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a string";
      case "Boolean", "boolean" -> "true or false";
      case "Integer", "int", "Long", "long" -> "a whole number";
      case "Instant" -> "an instant such as 2026-06-11T09:03:02Z";
      case "List", "ArrayList" -> "a list";
      default -> "an object";
    };
  }

  private static String path(List<JacksonException.Reference> path) {
    return path.stream()
        .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "" + step.getIndex())
        .collect(Collectors.joining("."));
  }
}
