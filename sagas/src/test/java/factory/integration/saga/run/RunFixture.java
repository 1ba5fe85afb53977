package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.Trigger;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunPlan;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.SettableClock;
import factory.integration.saga.connection.ConnectionFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs of the connection to an ERP: orders are created, and contacts fetched. */
final class RunFixture {

  static final ConnectionId CONNECTION = ConnectionFixture.id("erp");
  static final RunId RUN = RunId.of("01jxd3v9k2000000000000000a");
  static final EventId EVENT = EventId.of("01jxd3v9k1000000000000000a");
  static final EventType ORDER_CREATED = new EventType("orderCreated");
  static final String INPUT = "{\"number\":\"4711\"}";
  static final String ASKER = "key-asker";

  private RunFixture() {}

  static RunPlan plan(Ordering ordering, String operation, @Nullable RunOrigin origin) {
    return new RunPlan(
        CONNECTION,
        ConnectionFixture.PROVIDER,
        ConnectionFixture.CLIENT,
        operation,
        origin,
        false,
        null,
        ordering,
        RetryPolicies.counted(4));
  }

  static RunPlan plan() {
    return plan(Ordering.NONE, "CreateOrder", null);
  }

  static IntegrationRunStarted started(RunId id, Ordering ordering) {
    return new IntegrationRunStarted(id, plan(ordering, "CreateOrder", null), INPUT, ASKER);
  }

  static IntegrationFailed failed(RunId id, Ordering ordering, int attempt, @Nullable Instant at) {
    return IntegrationFailed.ofRun(
        new RunFailure(id, plan(ordering, "CreateOrder", null), attempt, false, at, null),
        FailureCategory.SERVER_ERROR,
        at == null ? FailureReason.RETRIES_EXHAUSTED : null,
        "the provider answered 503");
  }

  static ConnectionSettings settings(
      Governance governance, @Nullable CredentialId credential, Trigger... triggers) {
    return new ConnectionSettings(
        "ERP",
        ConnectionFixture.PROVIDER,
        ConnectionFixture.CLIENT,
        credential,
        null,
        governance,
        List.of(triggers),
        RetryPolicies.STANDARD);
  }

  static Trigger trigger(String eventType, @Nullable String mapping) {
    return new Trigger(eventType, "CreateOrder", mapping, null, null, Ordering.FIFO, 2);
  }

  static EventAccepted accepted(String type, String data) {
    return new EventAccepted(
        EVENT,
        new EventType(type),
        data,
        new Routing.Broadcast(),
        Map.of(),
        null,
        null,
        SettableClock.NOON);
  }

  /** An operation that posts its input and whose call must not be repeated blindly. */
  static ApiOperation createOrder() {
    return operation("CreateOrder", "POST", "/orders", "$", null);
  }

  /** An operation that can be repeated. */
  static ApiOperation getContact() {
    return operation("GetContact", "GET", "/contacts/{id}", null, null);
  }

  static ApiOperation operation(
      String name,
      String method,
      String path,
      @Nullable String requestMapping,
      @Nullable String idempotencyHeader) {
    return new ApiOperation(
        name,
        method,
        path,
        Map.of(),
        Map.of(),
        "{\"type\":\"object\"}",
        requestMapping,
        null,
        List.of(),
        null,
        "id",
        idempotencyHeader,
        10,
        Set.of());
  }
}
