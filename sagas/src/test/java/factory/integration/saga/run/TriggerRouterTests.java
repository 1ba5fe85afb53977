package factory.integration.saga.run;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.run.RunFixture.EVENT;
import static factory.integration.saga.run.RunFixture.accepted;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.settings;
import static factory.integration.saga.run.RunFixture.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.connection.Trigger;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.run.Admission;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.connection.ConnectionDirectory;
import factory.integration.saga.connection.ConnectionFixture;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerRouterTests {

  private static final MetaData CONTEXT = MetaData.with(ContextKeys.TENANT_ID, ACME.value());

  private final RunDesk desk = new RunDesk();

  @ParameterizedTest
  @ValueSource(strings = {"orderCreated", "order*", "*"})
  void asksForARunOfEachMatch(String eventType) {
    Trigger trigger = trigger(eventType, "event.data");
    route(settings(Governance.OPEN, null, trigger));

    assertThat(runs()).hasSize(1);
    ExecuteIntegrationRun run = runs().getFirst();
    assertThat(run.admission()).isEqualTo(new Admission.Granted());
    assertThat(run.input()).as("is made of the event").isNull();
    assertThat(run.plan().eventId()).isEqualTo(EVENT);
    assertThat(run.plan().eventType()).isEqualTo(RunFixture.ORDER_CREATED);
    assertThat(run.plan().integrationId()).isEqualTo(RunFixture.CONNECTION.value());
    assertThat(run.plan().ordering()).isEqualTo(Ordering.FIFO);
    assertThat(run.plan().retryPolicy()).isEqualTo(RetryPolicies.counted(2));
    assertThat(desk.sourceEvents.get(EVENT).event().eventId()).isEqualTo(EVENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orderCreate", "created*", "OrderCreated"})
  void asksForNothingWithoutAMatch(String eventType) {
    route(settings(Governance.OPEN, null, trigger(eventType, null)));
    assertThat(desk.sent).isEmpty();
  }

  @Test
  void asksForOneRunOfEachTrigger() {
    route(settings(Governance.OPEN, null, trigger("order*", null), trigger("*", "event.data")));
    assertThat(runs()).hasSize(2);
    assertThat(runs().getFirst().runId()).isNotEqualTo(runs().getLast().runId());
  }

  @Test
  void asksForTheSameRunWhenABatchIsRepeated() {
    ConnectionSettings settings = settings(Governance.OPEN, null, trigger("order*", null));
    TriggerRouter router = router(settings);
    router.on(accepted("orderCreated", "{}"), CONTEXT);
    router.on(accepted("orderCreated", "{}"), CONTEXT);
    assertThat(runs()).hasSize(2);
    assertThat(runs().getFirst()).isEqualTo(runs().getLast());
  }

  @Test
  void leavesEventsOfOtherTenantsAlone() {
    router(settings(Governance.OPEN, null, trigger("*", null)))
        .on(accepted("orderCreated", "{}"), MetaData.with(ContextKeys.TENANT_ID, "other"));
    assertThat(desk.sent).isEmpty();
  }

  @Test
  void keepsThatTheRulesForbidIt() {
    Governance other = new Governance(List.of("GetContact"), List.of(), Map.of(), null, null);
    route(settings(other, null, trigger("*", null)));
    assertThat(runs().getFirst().admission()).isInstanceOf(Admission.Refused.class);
  }

  @Test
  void putsRunsOffInQuietHours() {
    QuietHours lunch = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
    route(
        settings(
            new Governance(List.of(), List.of(), Map.of(), lunch, null), null, trigger("*", null)));
    assertThat(runs().getFirst().admission()).isInstanceOf(Admission.Deferred.class);
  }

  @Test
  void asksForNothingThatTheClientCannotDoAnyMore() {
    Trigger gone = new Trigger("*", "DeleteOrder", null, null, null, Ordering.NONE, 0);
    route(settings(Governance.OPEN, null, gone));
    assertThat(desk.sent).isEmpty();
  }

  private void route(ConnectionSettings settings) {
    router(settings).on(accepted("orderCreated", "{}"), CONTEXT);
  }

  private TriggerRouter router(ConnectionSettings settings) {
    desk.connect(settings, createOrder());
    ConnectionDirectory directory =
        ConnectionFixture.directoryOf(ConnectionFixture.connection("erp", settings));
    return new TriggerRouter(directory, desk.planned(), desk.sourceEvents, desk.gateway());
  }

  private List<ExecuteIntegrationRun> runs() {
    return desk.sent.stream().map(ExecuteIntegrationRun.class::cast).toList();
  }
}
