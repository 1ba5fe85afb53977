package factory.integration.saga.run;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.connection.ConnectionFixture.CLIENT;
import static factory.integration.saga.connection.ConnectionFixture.PROVIDER;
import static factory.integration.saga.run.RunFixture.CONNECTION;
import static factory.integration.saga.run.RunFixture.RUN;

import factory.integration.adapter.jsonata.JsonataAutoConfiguration;
import factory.integration.adapter.jsonschema.JsonSchemaAutoConfiguration;
import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.run.BeginRunAttempt;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.SettableClock;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.credential.ResolvedCredential;
import factory.integration.saga.delivery.CallReport;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.DueDelivery;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.operation.OperationComposer;
import factory.integration.saga.registry.RegisteredIntegrations;
import factory.integration.saga.sourceevent.SourceEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A registered ERP that answers what a test says, and all that makes calls to it. */
final class RunDesk implements CredentialSource {

  static final String TOKEN = "s3cr3t-t0ken";
  private static final AnnotationConfigApplicationContext ADAPTERS = adapters();

  final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  final SettableClock clock = new SettableClock();
  final List<WebhookRequest> requests = new ArrayList<>();
  final List<ResolvedCredential> refused = new ArrayList<>();
  final List<Object> sent = new ArrayList<>();
  final RegisteredIntegrations registered = new RegisteredIntegrations(store, clock);
  final RunTargets targets = new RunTargets(registered);
  final RunRules rules = new RunRules(ADAPTERS.getBean(JsonSchemaCheck.class));
  final RunInputs inputs = new RunInputs(store);
  final SourceEvents sourceEvents = new SourceEvents(store, 100_000);
  Function<WebhookRequest, CallResult> answer = _ -> answered(200, "{}");
  @Nullable CredentialUnavailable unavailable;

  /** Why beginning an attempt is refused; absent: it is not. */
  @Nullable Reason refusal;

  private final Map<String, Long> sequences = new HashMap<>();
  private final CommandGateway commands = commands();
  private final AnswerReader answers = new AnswerReader(ADAPTERS.getBean(JsonMapping.class));
  private final AttemptBeginning beginning = new AttemptBeginning(commands, clock);
  private final ProviderRequests composer =
      new ProviderRequests(new OperationComposer(ADAPTERS.getBean(JsonMapping.class)), this);
  private final RunPace pace = new RunPace(() -> 0);

  /** Registers the provider, its client and the connection, which is established. */
  RunDesk connect(ConnectionSettings settings, ApiOperation... operations) {
    return connect(settings, null, operations);
  }

  RunDesk connect(
      ConnectionSettings settings, @Nullable Integer callsPerSecond, ApiOperation... operations) {
    append(
        PROVIDER.value(),
        new IntegrationProviderRegistered(
            PROVIDER,
            new ProviderSettings(
                "erp",
                "ERP",
                new BaseUrl("https://erp.example.com/api"),
                null,
                null,
                null,
                callsPerSecond,
                null)));
    append(
        CLIENT.value(),
        new ExternalApiClientRegistered(
            CLIENT,
            new ApiClientDefinition(
                PROVIDER, "orders", new ApiVersion("1.0.0"), null, List.of(operations))));
    request(settings);
    append(
        CONNECTION.value(),
        new IntegrationConnectionEstablished(
            CONNECTION, settings, new ConnectionCheck(true, "the provider answered 200", 3, null)));
    return this;
  }

  void request(ConnectionSettings settings) {
    append(CONNECTION.value(), new IntegrationConnectionRequested(CONNECTION, settings));
  }

  void retire() {
    append(CONNECTION.value(), new IntegrationConnectionRetired(CONNECTION, PROVIDER, "ended"));
  }

  void append(String id, Object event) {
    long sequence = sequences.merge(id, 1L, Long::sum) - 1;
    store.publish(
        new GenericDomainEventMessage<>(
            "Aggregate", id, sequence, event, MetaData.with(ContextKeys.TENANT_ID, "acme")));
  }

  RunCall call() {
    RunAttempt attempt = new RunAttempt(inputs, triggered(), rules, calls(), beginning, clock);
    return new RunCall(registered, targets, pace, attempt, beginning, clock);
  }

  /** Makes an attempt as the engine does. */
  CallReport make(RunPlan plan) {
    return call().make(due(plan));
  }

  PlannedRuns planned() {
    return new PlannedRuns(
        registered, targets, rules, new DryRuns(composer), new UniqueIds(clock), clock);
  }

  CommandGateway gateway() {
    return commands;
  }

  private TriggeredInputs triggered() {
    return new TriggeredInputs(sourceEvents, ADAPTERS.getBean(JsonMapping.class), answers, calls());
  }

  private ProviderCall calls() {
    return new ProviderCall(composer, this::send, new RunVerdict(answers));
  }

  private CallResult send(WebhookRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  @Override
  public ResolvedCredential resolve(TenantId tenant, CredentialId id, byte[] body) {
    return resolve(tenant, id, 3, body);
  }

  @Override
  public ResolvedCredential resolve(TenantId tenant, CredentialId id, int version, byte[] body) {
    if (unavailable != null) {
      throw unavailable;
    }
    return new ResolvedCredential(version, Map.of("x-caller", TOKEN), List.of(TOKEN));
  }

  @Override
  public void refused(TenantId tenant, CredentialId id, ResolvedCredential credential) {
    refused.add(credential);
  }

  private CommandGateway commands() {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.subscribe(BeginRunAttempt.class.getName(), this::take);
    bus.subscribe(ExecuteIntegrationRun.class.getName(), this::take);
    return DefaultCommandGateway.builder().commandBus(bus).build();
  }

  private @Nullable Object take(CommandMessage<?> command) {
    if (refusal != null) {
      throw new CommandRejected(refusal);
    }
    sent.add(command.getPayload());
    return null;
  }

  static CallResult answered(int status, String body) {
    return answered(status, Map.of(), body, false);
  }

  static CallResult answered(
      int status, Map<String, String> headers, String body, boolean truncated) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new CallResult.Answered(status, headers, bytes, truncated, SettableClock.NOON, 7);
  }

  static AnswerReader reader() {
    return new AnswerReader(ADAPTERS.getBean(JsonMapping.class));
  }

  static DueDelivery due(RunPlan plan) {
    return new DueDelivery(
        ACME,
        RUN,
        1,
        1,
        plan.integrationId(),
        plan,
        false,
        Map.of(ContextKeys.TENANT_ID, "acme", ContextKeys.TRACE_ID, "trace-1"));
  }

  private static AnnotationConfigApplicationContext adapters() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, Clock::systemUTC);
    context.register(JsonataAutoConfiguration.class, JsonSchemaAutoConfiguration.class);
    context.refresh();
    return context;
  }
}
