package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.saga.delivery.CallResult;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostLookupTests {

  private static final InetAddress[] FOUND = {InetAddress.ofLiteral("8.8.8.8")};

  private final CountDownLatch nameServer = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  private InetAddress[] slowly(String host) throws UnknownHostException {
    asked.incrementAndGet();
    try {
      nameServer.await();
      return FOUND;
    } catch (InterruptedException e) {
      throw new UnknownHostException("interrupted");
    }
  }

  @Test
  void asksOnceForAHostThatManyWaitFor() throws Exception {
    try (HostLookup lookup = new HostLookup(this::slowly);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<InetAddress[]> call = () -> lookup.addressesOf("a.example", Calls.AMPLE);
      Future<InetAddress[]> first = callers.submit(call);
      await().until(() -> asked.get() == 1);
      assertThatExceptionOfType(UnknownHostException.class)
          .isThrownBy(() -> lookup.addressesOf("a.example", Duration.ofMillis(1)));
      nameServer.countDown();

      assertThat(first.get()).isEqualTo(FOUND);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void givesUpOnNameServersThatDoNotAnswerInTime() {
    try (HostLookup lookup = new HostLookup(this::slowly)) {
      assertThatExceptionOfType(UnknownHostException.class)
          .isThrownBy(() -> lookup.addressesOf("a.example", Duration.ofMillis(50)))
          .withMessage("The name servers did not answer in time when asked for a.example.");
    }
  }

  @Test
  void endsACallWhoseNameServersDoNotAnswer() {
    try (Calls calls = new Calls(List.of(), this::slowly, null)) {
      assertThat(calls.call(URI.create("http://a.example/"), Calls.SHORT))
          .isInstanceOfSatisfying(
              CallResult.Failed.class,
              failed ->
                  assertThat(failed.category()).isIn(FailureCategory.DNS, FailureCategory.TIMEOUT));
    }
  }

  @Test
  void asksAgainOnceItWasAnswered() throws Exception {
    nameServer.countDown();
    try (HostLookup lookup = new HostLookup(this::slowly)) {
      lookup.addressesOf("a.example", Calls.AMPLE);
      await()
          .untilAsserted(
              () -> {
                lookup.addressesOf("a.example", Calls.AMPLE);
                assertThat(asked.get()).isGreaterThan(1);
              });
    }
  }
}
