package factory.integration.adapter.servicebus.connect;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.ResourceAllocationException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTests {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Backoff backoff = new Backoff(ofMillis(200), ofSeconds(1), nanos::get);

  @Test
  void letsTheFirstAttemptBeAtOnce() {
    assertThat(backoff.remaining()).isZero();
  }

  @Test
  void waitsLongerWithEachFailureUpToALimit() {
    assertThat(waitAfterFailure()).isEqualTo(ofMillis(200));
    assertThat(waitAfterFailure()).isEqualTo(ofMillis(400));
    assertThat(waitAfterFailure()).isEqualTo(ofMillis(800));
    assertThat(waitAfterFailure()).isEqualTo(ofSeconds(1));
    assertThat(waitAfterFailure()).isEqualTo(ofSeconds(1));
  }

  @Test
  void countsTheTimeSinceTheFailure() {
    backoff.failed();
    nanos.addAndGet(ofMillis(150).toNanos());
    assertThat(backoff.remaining()).isEqualTo(ofMillis(50));
    nanos.addAndGet(ofMillis(150).toNanos());
    assertThat(backoff.remaining()).isNegative();
  }

  @Test
  void waitsLongWhenTheBusAsksForPatience() {
    backoff.throttled();
    assertThat(backoff.remaining()).isEqualTo(ofSeconds(1));
  }

  @Test
  void knowsHowTheBusAsksForPatience() {
    backoff.failed(new ResourceAllocationException("amqp:resource-limit-exceeded"));
    assertThat(backoff.remaining()).isEqualTo(ofSeconds(1));
    backoff.succeeded();
    backoff.failed(new JMSException("com.microsoft:server-busy, 50009"));
    assertThat(backoff.remaining()).isEqualTo(ofSeconds(1));
    backoff.succeeded();
    backoff.failed(new JMSException("the connection is gone"));
    assertThat(backoff.remaining()).isEqualTo(ofMillis(200));
  }

  @Test
  void startsAnewAfterASuccess() {
    waitAfterFailure();
    waitAfterFailure();
    backoff.succeeded();
    assertThat(backoff.remaining()).isZero();
    assertThat(waitAfterFailure()).isEqualTo(ofMillis(200));
  }

  private Duration waitAfterFailure() {
    backoff.failed();
    return backoff.remaining();
  }
}
