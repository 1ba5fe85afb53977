package factory.integration.saga.connection;

import static factory.integration.saga.connection.ConnectionFixture.connection;
import static factory.integration.saga.connection.ConnectionFixture.established;
import static factory.integration.saga.connection.ConnectionFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.RecordConnectionHealth;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.provider.HealthProbe;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.Test;

class ConnectionProberTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock();
  private final ProbeDesk desk =
      new ProbeDesk().register(new HealthProbe("GET", "/ping", List.of()));
  private final List<CommandMessage<?>> sent = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final ConnectionDirectory directory =
      new ConnectionDirectory(new InMemoryConnectionStore());
  private final EstablishedConnections follower = new EstablishedConnections(directory);
  private boolean ourTurn = true;
  private boolean slow;
  private final ConnectionProber prober =
      new ConnectionProber(
          directory,
          new ConnectionWatch(desk.probes(), new HealthRecorder(gateway(), new UniqueIds(clock))),
          () -> ourTurn,
          MINUTE,
          clock,
          this::execute);

  @Test
  void probesEachConnectionOnceAMinute() {
    establish("a", "b", "c");
    prober.tick();
    pass(MINUTE);
    assertThat(desk.requests).hasSize(3);
    pass(MINUTE);
    assertThat(desk.requests).hasSize(6);
  }

  @Test
  void spreadsThemOverTheMinute() {
    for (int i = 0; i < 60; i++) {
      establish("connection-" + i);
    }
    prober.tick();
    pass(MINUTE.dividedBy(2));
    assertThat(desk.requests).hasSizeBetween(10, 50);
  }

  @Test
  void probesNothingOnNodesWithoutTheTurn() {
    establish("a");
    ourTurn = false;
    pass(MINUTE.multipliedBy(3));
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void startsNoProbeOfAConnectionWhileOneIsUnderWay() {
    establish("a");
    slow = true;
    pass(MINUTE.multipliedBy(5));
    assertThat(waiting).hasSize(1);
    waiting.getFirst().run();
    pass(MINUTE);
    assertThat(waiting).hasSize(2);
  }

  @Test
  void forgetsWhatIsRetired() {
    establish("a");
    prober.tick();
    follower.on(
        new IntegrationConnectionRetired(id("a"), ConnectionFixture.PROVIDER, "ended"), "acme");
    pass(MINUTE.multipliedBy(2));
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void recordsHealthOnlyWhenItChanged() {
    establish("a");
    pass(MINUTE.multipliedBy(3));
    assertThat(sent).isEmpty();

    desk.answers(503, "");
    pass(MINUTE);
    assertThat(payloads())
        .containsExactly(
            new RecordConnectionHealth(
                id("a"),
                ConnectionHealth.DEGRADED,
                FailureCategory.SERVER_ERROR,
                "the provider answered 503"));
    recorded(ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED);
    pass(MINUTE);
    assertThat(sent).hasSize(1);
    pass(MINUTE);
    assertThat(((RecordConnectionHealth) payloads().getLast()).health())
        .isEqualTo(ConnectionHealth.UNHEALTHY);
    recorded(ConnectionHealth.DEGRADED, ConnectionHealth.UNHEALTHY);

    desk.answers(200, "");
    pass(MINUTE.multipliedBy(2));
    assertThat(payloads().getLast())
        .isEqualTo(
            new RecordConnectionHealth(
                id("a"), ConnectionHealth.HEALTHY, null, "the provider answered 200"));
    assertThat(sent).hasSize(3);
  }

  @Test
  void recordsInTheTenantsContext() {
    establish("a");
    desk.answers(503, "");
    prober.tick();
    pass(MINUTE);
    assertThat(sent.getFirst().getMetaData())
        .containsEntry(ContextKeys.TENANT_ID, "acme")
        .containsEntry(ContextKeys.ACTOR, "platform")
        .containsKey(ContextKeys.CORRELATION_ID);
  }

  @Test
  void knowsAfterARestartHowAConnectionWas() {
    establish("a");
    recorded(ConnectionHealth.HEALTHY, ConnectionHealth.UNHEALTHY);
    pass(MINUTE);
    assertThat(sent).isEmpty();
    pass(MINUTE);
    assertThat(((RecordConnectionHealth) payloads().getLast()).health())
        .isEqualTo(ConnectionHealth.HEALTHY);
    assertThat(directory.find(connection("a").connectionId())).isPresent();
  }

  private void establish(String... names) {
    for (String name : names) {
      follower.on(established(name), "acme");
    }
  }

  private void recorded(ConnectionHealth previous, ConnectionHealth health) {
    follower.on(
        new IntegrationConnectionHealthChanged(
            id("a"), ConnectionFixture.PROVIDER, previous, health, "probed"),
        "acme");
  }

  private void pass(Duration duration) {
    prober.tick();
    for (Duration left = duration; left.isPositive(); left = left.minusSeconds(1)) {
      clock.advance(Duration.ofSeconds(1));
      prober.tick();
    }
  }

  private List<Object> payloads() {
    return sent.stream().<Object>map(CommandMessage::getPayload).toList();
  }

  private void execute(Runnable probe) {
    if (slow) {
      waiting.add(probe);
    } else {
      probe.run();
    }
  }

  private DefaultCommandGateway gateway() {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.subscribe(
        RecordConnectionHealth.class.getName(),
        command -> {
          sent.add(command);
          return 1L;
        });
    return DefaultCommandGateway.builder().commandBus(bus).build();
  }
}
