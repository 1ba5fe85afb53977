package factory.integration.command.inbound;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import factory.integration.api.inbound.ChangeInboundSource;
import factory.integration.api.inbound.CreateInboundSource;
import factory.integration.api.inbound.DisableInboundSource;
import factory.integration.api.inbound.EnableInboundSource;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.RemoveInboundSource;
import factory.integration.api.inbound.RotateInboundSecret;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.vault.SecretRef;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** Whose webhooks the platform takes, and how. Commands answer the version after them. */
@SuppressWarnings("NullAway.Init")
final class InboundSource {

  @AggregateIdentifier private InboundSourceId sourceId;
  private InboundSourceSettings settings;
  private SecretRef secret;
  private boolean enabled;

  @CommandHandler
  InboundSource(CreateInboundSource command) {
    apply(
        new InboundSourceCreated(
            command.sourceId(), command.settings(), command.secret(), command.enabled()));
  }

  @EventSourcingHandler
  void evolve(InboundSourceCreated event) {
    sourceId = event.sourceId();
    settings = event.settings();
    secret = event.secret();
    enabled = event.enabled();
  }

  @CommandHandler
  long decide(ChangeInboundSource command) {
    if (!command.settings().equals(settings)) {
      CommandRejected.unless(
          command.basedOn() == getVersion(), Reason.INBOUND_SOURCE_CHANGED_MEANWHILE);
      apply(new InboundSourceChanged(sourceId, command.settings()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(InboundSourceChanged event) {
    settings = event.settings();
  }

  @CommandHandler
  long decide(EnableInboundSource command) {
    if (!enabled) {
      apply(new InboundSourceEnabled(sourceId));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(InboundSourceEnabled event) {
    enabled = true;
  }

  @CommandHandler
  long decide(DisableInboundSource command) {
    if (enabled) {
      apply(new InboundSourceDisabled(sourceId));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(InboundSourceDisabled event) {
    enabled = false;
  }

  @CommandHandler
  long decide(RotateInboundSecret command) {
    if (!command.secret().equals(secret)) {
      CommandRejected.unless(
          command.replaces().equals(secret), Reason.INBOUND_SOURCE_CHANGED_MEANWHILE);
      apply(
          new InboundSecretRotated(
              sourceId, command.secret(), secret, command.previousValidUntil()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(InboundSecretRotated event) {
    secret = event.secret();
  }

  @CommandHandler
  long decide(RemoveInboundSource command) {
    apply(new InboundSourceRemoved(sourceId));
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(InboundSourceRemoved event) {
    markDeleted();
  }

  InboundSource() {}
}
