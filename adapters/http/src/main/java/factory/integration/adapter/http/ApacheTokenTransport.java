package factory.integration.adapter.http;

import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.delivery.WebhookSender;
import factory.integration.saga.oauth.TokenAnswer;
import factory.integration.saga.oauth.TokenRequest;
import factory.integration.saga.oauth.TokenTransport;

/** Calls token endpoints as endpoints are called: with the same guard, pool and caps. */
final class ApacheTokenTransport implements TokenTransport {

  private final WebhookSender sender;

  ApacheTokenTransport(WebhookSender sender) {
    this.sender = sender;
  }

  @Override
  public TokenAnswer post(TokenRequest request) {
    WebhookRequest call =
        new WebhookRequest(request.url(), request.headers(), request.form(), request.timeout());
    return switch (sender.send(call)) {
      case CallResult.Answered answer ->
          new TokenAnswer.Answered(answer.status(), answer.body(), answer.truncated());
      case CallResult.Failed failed -> new TokenAnswer.Failed(failed.detail());
    };
  }
}
