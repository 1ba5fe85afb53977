package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.delivery.CallResult;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PoolHealthTests {

  private static final List<Sink.Script> HOSTILITIES =
      List.of(
          Sink.Conversation::hang,
          Sink.Conversation::reset,
          conversation -> conversation.socket.shutdownOutput(),
          conversation -> conversation.write("nonsense\r\n\r\n"),
          conversation -> conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"),
          conversation -> conversation.write("HTTP/1.1 200 OK\r\nhalf"),
          conversation -> conversation.write("HTTP/1.1 100 Continue\r\n\r\n".repeat(40)),
          conversation -> conversation.write("HTTP/1.1 200 OK\r\na: " + "x".repeat(65536)),
          conversation -> conversation.write("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(200_000)),
          conversation -> conversation.write(Sink.OK + Sink.OK));

  @Test
  void callsWellAfterAThousandHostileAnswers() throws Exception {
    AtomicInteger turn = new AtomicInteger();
    try (Calls calls = new Calls();
        Sink good = Sink.answering(Sink.OK);
        Sink hostile =
            new Sink(
                conversation -> {
                  conversation.readRequest();
                  HOSTILITIES.get(turn.getAndIncrement() % HOSTILITIES.size()).serve(conversation);
                })) {
      callAThousandTimes(calls, hostile);

      assertThat(calls.answer(good.url()).status()).isEqualTo(200);
      assertThat(calls.stats().getLeased()).isZero();
      assertThat(calls.stats().getPending()).isZero();
      assertThat(calls.stats().getAvailable()).isEqualTo(1);
    }
  }

  private static void callAThousandTimes(Calls calls, Sink sink) throws Exception {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<CallResult>> results =
          IntStream.range(0, 1000)
              .mapToObj(i -> workers.submit(() -> calls.call(sink.url(), Calls.SHORT)))
              .toList();
      for (Future<CallResult> result : results) {
        assertThat(result.get()).isNotNull();
      }
    }
  }
}
