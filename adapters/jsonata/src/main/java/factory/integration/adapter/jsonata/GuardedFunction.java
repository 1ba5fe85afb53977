package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A built-in function that the evaluation is asked about: functions call each other without a step
 * of the expression in between.
 */
final class GuardedFunction extends JFunction {

  /** What the parent's constructor wants and never uses, since all that would is overridden. */
  private static final String UNUSED_SIGNATURE = "<x:x>";

  private final JFunction original;
  private final Body body;

  /** What a function does with its arguments, which its signature has checked. */
  interface Body {
    @Nullable Object call(@Nullable Object input, List<@Nullable Object> arguments);
  }

  /**
   * Guards a function.
   *
   * @param body in place of the library's
   */
  GuardedFunction(String name, JFunction original, Body body) {
    super(name, UNUSED_SIGNATURE, Functions.class, null, "count");
    this.original = original;
    this.body = body;
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public @Nullable Object call(@Nullable Object input, List arguments) {
    Evaluation evaluation = Evaluation.current();
    evaluation.check(arguments);
    Object result = body.call(input, arguments);
    evaluation.check(result);
    return result;
  }

  @Override
  public Object validate(Object arguments, Object context) {
    return original.validate(arguments, context);
  }

  @Override
  public int getNumberOfArgs() {
    return original.getNumberOfArgs();
  }
}
