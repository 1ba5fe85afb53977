package factory.integration.gateway.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a request, so that a caller learns everything at once. */
public final class FieldErrors {

  private static final int MAX_ERRORS = 50;

  private final List<FieldError> errors = new ArrayList<>(0);

  /** Adds an error; after fifty further ones are dropped. */
  public void add(String field, String message) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(new FieldError(field, message));
    }
  }

  /** The value, or null and an error where it can't be made. */
  public <T> @Nullable T attempt(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      add(field, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Tells each error's field and message. */
  public void forEach(BiConsumer<String, String> errorOf) {
    errors.forEach(error -> errorOf.accept(error.field(), error.message()));
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Ends the request if anything is wrong. */
  public void refuseIfAny() {
    if (!errors.isEmpty()) {
      throw new RequestRefused(Problem.invalid(errors));
    }
  }
}
