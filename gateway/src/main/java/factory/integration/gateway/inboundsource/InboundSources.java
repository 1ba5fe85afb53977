package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.ChangeInboundSource;
import factory.integration.api.inbound.CreateInboundSource;
import factory.integration.api.inbound.DisableInboundSource;
import factory.integration.api.inbound.EnableInboundSource;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceCommand;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.inbound.RemoveInboundSource;
import factory.integration.api.inbound.RotateInboundSecret;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.inbound.InboundEndpoints;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.Instant;
import java.time.InstantSource;

/** Changes inbound sources; each method returns when the caller can read what it did. */
final class InboundSources {

  private final Messages messages;
  private final InboundSourceReads reads;
  private final InboundEndpoints endpoints;
  private final UniqueIds ids;
  private final InstantSource clock;

  InboundSources(
      Messages messages,
      InboundSourceReads reads,
      InboundEndpoints endpoints,
      UniqueIds ids,
      InstantSource clock) {
    this.messages = messages;
    this.reads = reads;
    this.endpoints = endpoints;
    this.ids = ids;
    this.clock = clock;
  }

  InboundSourceView create(
      InboundSourceSettings settings, SecretRef secret, boolean enabled, RequestContext context) {
    InboundSourceId id = InboundSourceId.of(ids.next());
    messages.send(new CreateInboundSource(id, settings, secret, enabled), context);
    Instant now = clock.instant();
    return reads.await(
        context.tenant(),
        new InboundSourceView(id, settings, secret, null, null, enabled, 0, now, now));
  }

  InboundSourceView change(
      InboundSourceView view, InboundSourceSettings settings, RequestContext context) {
    long version =
        send(new ChangeInboundSource(view.sourceId(), view.version(), settings), context);
    return reads.await(context.tenant(), view.withSettings(settings, version, clock.instant()));
  }

  InboundSourceView switchTo(boolean enabled, InboundSourceView view, RequestContext context) {
    InboundSourceId id = view.sourceId();
    long version =
        send(enabled ? new EnableInboundSource(id) : new DisableInboundSource(id), context);
    return reads.await(context.tenant(), view.switched(enabled, version, clock.instant()));
  }

  void rotate(
      InboundSourceView view,
      SecretRef secret,
      Instant previousValidUntil,
      RequestContext context) {
    InboundSourceId id = view.sourceId();
    long version =
        send(new RotateInboundSecret(id, secret, view.secret(), previousValidUntil), context);
    var rotated = new InboundSecretRotated(id, secret, view.secret(), previousValidUntil);
    reads.await(context.tenant(), view.rotated(rotated, version, clock.instant()));
  }

  void remove(InboundSourceView view, RequestContext context) {
    send(new RemoveInboundSource(view.sourceId()), context);
    reads.awaitAbsence(context.tenant(), view.sourceId());
  }

  /** Answers the version that the command led to; calls that follow meet the change. */
  private long send(InboundSourceCommand command, RequestContext context) {
    long version = messages.<Number>send(command, context).longValue();
    endpoints.forget();
    return version;
  }
}
