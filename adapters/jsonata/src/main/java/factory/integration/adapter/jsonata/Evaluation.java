package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser.Symbol;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One application of an expression. The library asks it before and after every step, and so does
 * every {@link GuardedFunction}; what happens between two of these moments is bounded by the sizes
 * of the values.
 */
final class Evaluation {

  private static final ScopedValue<Evaluation> CURRENT = ScopedValue.newInstance();

  /** So much work is no loop: it is the machine that is slow, and gets more time. */
  private static final int FEW_STEPS = 1_000;

  private static final int PATIENCE = 20;

  private final MappingLimits limits;
  private final InstantSource clock;
  private final ValueSizes sizes;
  private final long start = System.nanoTime();
  private int depth;
  private int steps;
  private @Nullable MappingFailed stopped;

  Evaluation(MappingLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.sizes = new ValueSizes(limits);
  }

  /** The evaluation that runs on this thread. */
  static Evaluation current() {
    return CURRENT.get();
  }

  /** The result in the library's own values. */
  @Nullable Object of(Jsonata expression, @Nullable Object input) {
    try {
      return ScopedValue.where(CURRENT, this).call(() -> evaluate(expression, input));
    } catch (RuntimeException e) {
      throw failure(e);
    } catch (StackOverflowError e) {
      throw new MappingFailed(Kind.TOO_LARGE, "the mapping nests too deep");
    }
  }

  private @Nullable Object evaluate(Jsonata expression, @Nullable Object input) {
    sizes.count(input);
    Frame frame = expression.createFrame();
    frame.setEvaluateEntryCallback((step, _, _) -> enter(step));
    frame.setEvaluateExitCallback((_, _, _, result) -> leave(result));
    return expression.evaluate(input, frame);
  }

  private void enter(Symbol step) {
    if (++depth > limits.depth()) {
      throw stop(Kind.TOO_LARGE, "the mapping nests deeper than " + limits.depth() + " levels");
    }
    if (step.signature != null) {
      throw stop(Kind.INVALID, "a function of a mapping must not have a signature (<…>)");
    }
    checkTime();
  }

  private void leave(@Nullable Object result) {
    depth--;
    check(result);
  }

  /** Stops the evaluation if it has run for too long or the value is too long. */
  void check(@Nullable Object value) {
    checkTime();
    if (value instanceof Pattern) {
      throw stop(
          Kind.INVALID, "a mapping must not use regular expressions; use texts and $split instead");
    }
    try {
      sizes.count(value);
    } catch (MappingFailed e) {
      stopped = e;
      throw e;
    }
  }

  private void checkTime() {
    if (stopped != null) {
      throw stopped;
    }
    long patience = ++steps < FEW_STEPS ? PATIENCE : 1;
    if (System.nanoTime() - start > patience * limits.timeout().toNanos()) {
      throw stop(
          Kind.TIMED_OUT, "the mapping ran for more than " + limits.timeout().toMillis() + " ms");
    }
  }

  /** Stops the evaluation, even where the expression or the library swallows what is thrown. */
  MappingFailed stop(Kind kind, String sentence) {
    stopped = new MappingFailed(kind, sentence);
    return stopped;
  }

  MappingLimits limits() {
    return limits;
  }

  InstantSource clock() {
    return clock;
  }

  private MappingFailed failure(RuntimeException fault) {
    if (stopped != null) {
      return stopped;
    }
    return fault instanceof MappingFailed failed
        ? failed
        : new MappingFailed(Kind.FAILED, Sentences.of(fault));
  }
}
