package factory.integration.saga.connection;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.connection.ConnectionFixture.PROVIDER;

import factory.integration.adapter.jsonata.JsonataAutoConfiguration;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.saga.SettableClock;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.credential.ResolvedCredential;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.registry.RegisteredIntegrations;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A provider that answers what a test says, and a credential of versions 1 and 2. */
final class ProbeDesk implements CredentialSource {

  private static final JsonMapping MAPPING = mapping();

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  final List<WebhookRequest> requests = new ArrayList<>();
  final List<ResolvedCredential> refused = new ArrayList<>();
  private CallResult answer = answered(200, "");
  private @Nullable CredentialUnavailable unavailable;

  ProbeDesk register(@Nullable HealthProbe probe) {
    store.publish(
        new GenericDomainEventMessage<>(
            "IntegrationProvider",
            PROVIDER.value(),
            0,
            new IntegrationProviderRegistered(PROVIDER, ConnectionFixture.provider(probe)),
            MetaData.with(ContextKeys.TENANT_ID, ACME.value())));
    return this;
  }

  void answers(int status, String body) {
    answer = answered(status, body);
  }

  void fails(FailureCategory category, String detail) {
    answer = new CallResult.Failed(category, detail, true, SettableClock.NOON, 7);
  }

  void hasNoCredential(String why) {
    unavailable = new CredentialUnavailable(false, why);
  }

  ProviderProbes probes() {
    return new ProviderProbes(
        new RegisteredIntegrations(store, new SettableClock()),
        this,
        new ProbeCall(this::send, new AnswerReader(MAPPING)));
  }

  private CallResult send(WebhookRequest request) {
    requests.add(request);
    return answer;
  }

  @Override
  public ResolvedCredential resolve(TenantId tenant, CredentialId id, byte[] body) {
    return resolve(tenant, id, 1, body);
  }

  @Override
  public ResolvedCredential resolve(TenantId tenant, CredentialId id, int version, byte[] body) {
    if (unavailable != null) {
      throw unavailable;
    }
    return new ResolvedCredential(
        version, Map.of("authorization", "Bearer v" + version), List.of("v" + version));
  }

  @Override
  public void refused(TenantId tenant, CredentialId id, ResolvedCredential credential) {
    refused.add(credential);
  }

  private static CallResult answered(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new CallResult.Answered(status, Map.of(), bytes, false, SettableClock.NOON, 7);
  }

  private static JsonMapping mapping() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, Clock::systemUTC);
    context.register(JsonataAutoConfiguration.class);
    context.refresh();
    return context.getBean(JsonMapping.class);
  }
}
