package factory.integration.adapter.http;

import static factory.integration.api.delivery.FailureCategory.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.delivery.CallResult;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StaleConnectionTests {

  private final Calls calls = new Calls();

  @AfterEach
  void close() {
    assertThat(calls.stats().getLeased()).isZero();
    calls.close();
  }

  @Test
  void callsOverANewConnectionWhenTheEndpointClosedAnIdleOne() throws Exception {
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.readRequest();
              conversation.write(Sink.OK);
            })) {
      for (int i = 0; i < 50; i++) {
        assertThat(calls.answer(sink.url()).status()).isEqualTo(200);
      }
      assertThat(sink.requests).hasSize(50);
    }
  }

  @Test
  void sendsOnceMoreWhenTheEndpointClosesAfterTheRequest() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (Sink sink =
        new Sink(
            conversation -> {
              boolean first = connections.incrementAndGet() == 1;
              conversation.readRequest();
              conversation.write(Sink.OK);
              conversation.readRequest();
              if (!first) {
                conversation.write(Sink.OK);
              }
            })) {
      calls.answer(sink.url());
      assertThat(calls.answer(sink.url()).status()).isEqualTo(200);

      assertThat(sink.requests).hasSize(3);
      assertThat(sink.requests.get(2))
          .isEqualTo(sink.requests.get(1))
          .contains("webhook-id: evt-1");
    }
  }

  @Test
  void sendsNotAThirdTime() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (Sink sink =
        new Sink(
            conversation -> {
              boolean first = connections.incrementAndGet() == 1;
              conversation.readRequest();
              if (first) {
                conversation.write(Sink.OK);
                conversation.readRequest();
              }
            })) {
      calls.answer(sink.url());
      Calls.failed(calls.call(sink.url()), CONNECTION);

      assertThat(sink.requests).hasSize(3);
    }
  }

  @Test
  void sendsOverANewConnectionEvenIfMoreIdleOnesAreClosed() throws Exception {
    CountDownLatch all = new CountDownLatch(4);
    CountDownLatch restart = new CountDownLatch(1);
    AtomicInteger connections = new AtomicInteger();
    try (Sink sink =
            new Sink(
                conversation -> {
                  boolean old = connections.incrementAndGet() <= 4;
                  conversation.readRequest();
                  all.countDown();
                  all.await();
                  conversation.write(Sink.OK);
                  if (old) {
                    restart.await();
                    conversation.reset();
                  }
                });
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<CallResult.Answered>> first =
          IntStream.range(0, 4)
              .mapToObj(i -> workers.submit(() -> calls.answer(sink.url())))
              .toList();
      for (Future<CallResult.Answered> call : first) {
        call.get();
      }
      assertThat(calls.stats().getAvailable()).isEqualTo(4);
      restart.countDown();

      assertThat(calls.answer(sink.url()).status()).isEqualTo(200);
      assertThat(sink.requests).hasSize(5);
    }
  }

  @Test
  void sendsNotAgainOnceAByteOfAnAnswerCame() throws Exception {
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.readRequest();
              conversation.write(Sink.OK);
              conversation.readRequest();
              conversation.write("HTTP/1.1 2");
            })) {
      calls.answer(sink.url());
      assertThat(calls.call(sink.url())).isInstanceOf(CallResult.Failed.class);

      assertThat(sink.requests).hasSize(2);
    }
  }

  @Test
  void takesNoAnswerThatCameBeforeItsRequest() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch forged = new CountDownLatch(1);
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.readRequest();
              conversation.write(Sink.OK);
              answered.await();
              conversation.write("HTTP/1.1 500 Forged\r\nContent-Length: 0\r\n\r\n");
              forged.countDown();
              conversation.readRequest();
            })) {
      assertThat(calls.answer(sink.url()).status()).isEqualTo(200);
      answered.countDown();
      forged.await();
      assertThat(calls.answer(sink.url()).status()).isEqualTo(200);

      assertThat(sink.requests).hasSize(2);
    }
  }
}
