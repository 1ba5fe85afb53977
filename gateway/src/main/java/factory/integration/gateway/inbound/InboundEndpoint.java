package factory.integration.gateway.inbound;

import factory.integration.api.inbound.InboundEndpointView;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.verification.Verification;
import java.time.Instant;
import java.util.List;

/** A source that takes webhooks, made ready for many calls. */
record InboundEndpoint(TenantId tenant, InboundSourceView source, Verification verification) {

  static InboundEndpoint of(InboundEndpointView view) {
    Verification verification = Verification.of(view.source().settings().verification());
    return new InboundEndpoint(view.tenant(), view.source(), verification);
  }

  InboundSourceSettings settings() {
    return source.settings();
  }

  /** The secrets that a call may prove itself with, the current one first. */
  List<SecretRef> secrets(Instant now) {
    SecretRef previous = source.previousSecret();
    Instant until = source.previousSecretValidUntil();
    return previous != null && until != null && now.isBefore(until)
        ? List.of(source.secret(), previous)
        : List.of(source.secret());
  }
}
