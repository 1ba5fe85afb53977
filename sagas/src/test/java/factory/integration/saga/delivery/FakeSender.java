package factory.integration.saga.delivery;

import factory.integration.saga.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers calls as a test says, and keeps them. */
final class FakeSender implements WebhookSender {

  final List<WebhookRequest> requests = new CopyOnWriteArrayList<>();
  volatile Function<WebhookRequest, CallResult> answer = _ -> answered(200);

  @Override
  public CallResult send(WebhookRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  static CallResult.Answered answered(int status) {
    return answered(status, Map.of(), "");
  }

  static CallResult.Answered answered(int status, Map<String, String> headers, String body) {
    return new CallResult.Answered(
        status, headers, body.getBytes(StandardCharsets.UTF_8), false, SettableClock.NOON, 12);
  }
}
