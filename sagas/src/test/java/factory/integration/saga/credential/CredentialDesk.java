package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialEvent;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RecordRefreshToken;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.InMemorySecretVault;
import factory.integration.saga.SettableClock;
import factory.integration.saga.oauth.AccessTokens;
import factory.integration.saga.oauth.FakeTokenEndpoint;
import factory.integration.saga.oauth.TokenClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** All that credentials need at call time, in memory; one credential, whose events a test tells. */
public final class CredentialDesk {

  public static final TenantId TENANT = new TenantId("acme");
  public static final CredentialId ID = CredentialId.of("01jxd3v9k2");
  public static final SecretRef FIRST = new SecretRef("sec-01jxd3v9k2", 1);

  public final SettableClock clock = new SettableClock();
  public final FakeTokenEndpoint endpoint = new FakeTokenEndpoint();
  public final InMemorySecretVault vault = new InMemorySecretVault();
  public final CredentialStates states;
  public final CredentialSource source;
  public final NewVersions newVersions;
  public final SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
  public final CommandGateway commands =
      DefaultCommandGateway.builder().commandBus(commandBus).build();

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final List<RecordRefreshToken> recorded = new ArrayList<>();
  private long sequence;

  public CredentialDesk() {
    states = new CredentialStates(store, clock);
    CredentialSecrets secrets = new CredentialSecrets(vault);
    TokenClient client = new TokenClient(endpoint, clock, Duration.ofSeconds(10));
    RefreshTokens refreshTokens = new RefreshTokens(client, secrets, commands);
    source =
        new VaultCredentialSource(states, secrets, new AccessTokens(clock), client, refreshTokens);
    newVersions =
        new NewVersions(
            secrets, client, refreshTokens, (_, _, method) -> "made by " + method.operation());
    commandBus.subscribe(
        RecordRefreshToken.class.getName(),
        command -> {
          RecordRefreshToken record = (RecordRefreshToken) command.getPayload();
          SecretRef replaced = states.findNow(TENANT, ID).orElseThrow().secretOf(record.version());
          recorded.add(record);
          give(new RefreshTokenReplaced(ID, record.version(), record.secret(), replaced));
          return null;
        });
  }

  /** Registers the credential and puts its first secret into the vault. */
  public void register(CredentialScheme scheme, RotationMethod method, String secret) {
    vault.put(TENANT, FIRST, secret);
    give(
        new IntegrationCredentialRegistered(
            ID, new CredentialSettings("ERP", scheme, method, null, null, 3_600), FIRST));
  }

  public void give(CredentialEvent event) {
    store.publish(
        new GenericDomainEventMessage<>(
            "IntegrationCredential",
            ID.value(),
            sequence++,
            event,
            MetaData.with(ContextKeys.TENANT_ID, TENANT.value())));
  }

  /** What was recorded of refresh tokens. */
  public List<RecordRefreshToken> recorded() {
    return recorded;
  }
}
