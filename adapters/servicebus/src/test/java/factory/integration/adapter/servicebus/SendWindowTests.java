package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SendWindowTests {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void letsOnlySoManyLeaveUntilOneIsAcknowledged() throws JMSException {
    SendWindow window = new SendWindow(2, LONG);
    window.enter();
    window.enter();
    CompletableFuture<Void> third = CompletableFuture.runAsync(() -> enter(window));
    assertThat(third).isNotDone();
    window.onCompletion(null);
    await().until(third::isDone);
    assertThat(third).isCompleted();
  }

  @Test
  void isOverWhenAllAreAcknowledged() throws JMSException {
    SendWindow window = new SendWindow(2, LONG);
    window.enter();
    window.enter();
    window.onCompletion(null);
    window.onCompletion(null);
    assertThatNoException().isThrownBy(window::awaitAll);
    assertThatNoException().isThrownBy(window::enter);
  }

  @Test
  void failsWithTheFirstFailure() throws JMSException {
    SendWindow window = new SendWindow(2, LONG);
    window.enter();
    window.enter();
    window.onException(null, new JMSException("first"));
    window.onException(null, new JMSException("second"));
    assertThatExceptionOfType(JMSException.class).isThrownBy(window::awaitAll).withMessage("first");
    assertThatExceptionOfType(JMSException.class).isThrownBy(window::enter).withMessage("first");
  }

  @Test
  void keepsTheCauseOfAFailureOfAnotherKind() throws JMSException {
    SendWindow window = new SendWindow(1, LONG);
    window.enter();
    IllegalStateException cause = new IllegalStateException("broken");
    window.onException(null, cause);
    assertThatExceptionOfType(JMSException.class)
        .isThrownBy(window::awaitAll)
        .withMessage("broken")
        .withCause(cause);
  }

  @Test
  void doesNotWaitForEverForAnAcknowledgement() throws JMSException {
    SendWindow window = new SendWindow(1, SHORT);
    window.enter();
    assertThatExceptionOfType(JMSException.class)
        .isThrownBy(window::awaitAll)
        .withMessageContaining("no acknowledgement");
    assertThatExceptionOfType(JMSException.class)
        .isThrownBy(window::enter)
        .withMessageContaining("no acknowledgement");
  }

  private static void enter(SendWindow window) {
    try {
      window.enter();
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }
}
