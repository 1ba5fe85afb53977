package factory.integration.saga.run;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.run.RunFixture.CONNECTION;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.getContact;
import static factory.integration.saga.run.RunFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.Admission;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.RunRequest;
import factory.integration.api.subscription.Ordering;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannedRunsTests {

  private final RunDesk desk = new RunDesk();

  @Test
  void plansByTheRulesOfTheConnection() {
    QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneOffset.UTC);
    Governance rules = new Governance(List.of(), List.of("CreateOrder"), Map.of(), night, null);
    desk.connect(settings(rules, null), createOrder(), getContact());

    ExecuteIntegrationRun order = desk.planned().plan(ACME, request("CreateOrder", null));
    assertThat(order.admission()).isEqualTo(new Admission.NeedsApproval());
    assertThat(order.input()).isEqualTo(INPUT);
    assertThat(order.plan().repeatable()).isFalse();
    assertThat(order.plan().quietHours()).isEqualTo(night);
    assertThat(order.plan().ordering()).isEqualTo(Ordering.NONE);
    assertThat(order.plan().retryPolicy()).isEqualTo(RetryPolicies.STANDARD);
    assertThat(order.plan().eventId()).isNull();

    ExecuteIntegrationRun contact = desk.planned().plan(ACME, request("GetContact", null));
    assertThat(contact.admission()).isEqualTo(new Admission.Granted());
    assertThat(contact.plan().repeatable()).isTrue();
  }

  @Test
  void plansTheSameRunForTheSameKey() {
    desk.connect(settings(Governance.OPEN, null), createOrder());
    ExecuteIntegrationRun first = desk.planned().plan(ACME, request("CreateOrder", "k-1"));
    assertThat(desk.planned().plan(ACME, request("CreateOrder", "k-1"))).isEqualTo(first);
    assertThat(desk.planned().plan(ACME, request("CreateOrder", "k-2")).runId())
        .isNotEqualTo(first.runId());
  }

  @Test
  void plansAnotherRunEachTimeWithoutAKey() {
    desk.connect(settings(Governance.OPEN, null), createOrder());
    PlannedRuns planned = desk.planned();
    assertThat(planned.plan(ACME, request("CreateOrder", null)).runId())
        .isNotEqualTo(planned.plan(ACME, request("CreateOrder", null)).runId());
  }

  @Test
  void findsNoConnectionOfAnotherTenant() {
    desk.connect(settings(Governance.OPEN, null), createOrder());
    refused(new TenantId("other"), "CreateOrder", Reason.CONNECTION_NOT_FOUND);
  }

  @Test
  void plansNothingBeforeTheConnectionIsEstablished() {
    refused(ACME, "CreateOrder", Reason.CONNECTION_NOT_FOUND);
    desk.request(settings(Governance.OPEN, null));
    refused(ACME, "CreateOrder", Reason.CONNECTION_NOT_ESTABLISHED);
  }

  @Test
  void plansNothingAfterTheConnectionIsRetired() {
    desk.connect(settings(Governance.OPEN, null), createOrder()).retire();
    refused(ACME, "CreateOrder", Reason.CONNECTION_RETIRED);
  }

  @Test
  void findsNoOperationThatTheClientDoesNotHave() {
    desk.connect(settings(Governance.OPEN, null), createOrder());
    refused(ACME, "DeleteOrder", Reason.OPERATION_NOT_FOUND);
  }

  private void refused(TenantId tenant, String operation, Reason reason) {
    assertThatThrownBy(() -> desk.planned().plan(tenant, request(operation, null)))
        .isInstanceOfSatisfying(
            CommandRejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThatThrownBy(() -> desk.planned().dryRun(tenant, request(operation, null)))
        .isInstanceOf(CommandRejected.class);
  }

  private static RunRequest request(String operation, @Nullable String key) {
    return new RunRequest(CONNECTION, operation, INPUT, key);
  }
}
