package factory.integration.saga.oauth;

import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Answers what a test says, the last answer for ever, and remembers what it was asked. */
public final class FakeTokenEndpoint implements TokenTransport {

  public static final TokenEndpoint ENDPOINT = endpoint(ClientProof.FORM);

  private final List<TokenRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final Deque<TokenAnswer> answers = new ArrayDeque<>();

  public static TokenEndpoint endpoint(ClientProof proof) {
    return new TokenEndpoint(
        new EndpointUrl("https://login.example.com/token"),
        "client 1",
        List.of("a", "b"),
        null,
        proof);
  }

  public FakeTokenEndpoint answers(int status, String body) {
    return answers(new TokenAnswer.Answered(status, body.getBytes(StandardCharsets.UTF_8), false));
  }

  public synchronized FakeTokenEndpoint answers(TokenAnswer answer) {
    answers.add(answer);
    return this;
  }

  @Override
  public synchronized TokenAnswer post(TokenRequest request) {
    requests.add(request);
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  public int calls() {
    return requests.size();
  }

  /** What the latest call sent. */
  public String form() {
    return new String(requests.getLast().form(), StandardCharsets.UTF_8);
  }

  TokenRequest request() {
    return requests.getLast();
  }
}
