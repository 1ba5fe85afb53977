package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The stores together, as an event processor uses them: each effect must be there exactly once. */
public abstract class EventProcessorContract {

  /** Starts the engine's stores on what earlier calls in the test left, and closes them again. */
  protected abstract void start(Consumer<ApplicationContext> test);

  /** Keeps effects where the engine keeps views; one that is there may be refused. */
  protected abstract Effects effects(ApplicationContext context);

  /** What the stores take from Axon's configuration. */
  protected static Configuration axon() {
    return DefaultConfigurer.defaultConfiguration(false).buildConfiguration();
  }

  /** Runs the test with a processor on freshly started stores. */
  protected final void run(Consumer<TestedProcessor> test) {
    start(context -> runOn(context, test));
  }

  /** Runs the test with a processor on these stores. */
  protected final void runOn(ApplicationContext context, Consumer<TestedProcessor> test) {
    TestedProcessor processor = new TestedProcessor(context, effects(context));
    try {
      test.accept(processor);
    } finally {
      processor.stop();
    }
  }

  @Test
  void continuesWhereTheLastRunEnded() {
    run(
        processor -> {
          processor.publish("a", 300);
          processor.start();
          await().until(() -> processor.seen() == 300);
        });
    run(
        processor -> {
          processor.start();
          processor.publish("b", 200);
          await().until(() -> processor.seen() == 500);
        });
  }

  @Test
  void replaysFromTheBeginning() {
    run(
        processor -> {
          processor.publish("a", 300);
          processor.startWithoutDeadLetters();
          await().until(() -> processor.seen() == 300);

          processor.resetAndForget();
          processor.publish("b", 100);
          await().until(() -> processor.seen() == 400);
        });
  }

  @Test
  void repeatsABatchThatFailed() {
    run(
        processor -> {
          AtomicBoolean failed = new AtomicBoolean();
          processor.rejects(what -> what.equals("a#70") && failed.compareAndSet(false, true));
          processor.publish("a", 100);
          processor.startWithoutDeadLetters();

          await().until(() -> processor.seen() == 100);
          assertThat(failed).isTrue();
        });
  }

  @Test
  void keepsTheTokenWhenTheEventsThatABatchLedToAreRefused() {
    run(
        processor -> {
          processor.publish("a", 10);
          AtomicBoolean failed = new AtomicBoolean();
          processor.rejects(
              what -> {
                if (!what.startsWith("after-")) {
                  boolean conflicting = what.equals("a#7") && failed.compareAndSet(false, true);
                  processor.publishFirst(conflicting ? "a" : "after-" + what);
                }
                return false;
              });
          processor.startWithoutDeadLetters();

          await().until(() -> processor.seen() == 20);
          assertThat(failed).isTrue();
        });
  }

  @Test
  void parksWhatCannotBeHandledAndEverythingBehindIt() {
    run(
        processor -> {
          AtomicBoolean broken = new AtomicBoolean(true);
          processor.rejects(what -> what.equals("bad#1") && broken.get());
          processor.publish("bad", 4);
          processor.publish("good", 4);
          processor.start();
          await().until(() -> processor.seen() == 5);
          await().until(() -> processor.letters().sequenceSize("bad") == 3);
          processor.publish("better", 2);
          await().until(() -> processor.seen() == 7);

          broken.set(false);
          assertThat(processor.processLetters()).isTrue();
          assertThat(processor.seen()).isEqualTo(10);
          assertThat(processor.letters().size()).isZero();
        });
  }
}
