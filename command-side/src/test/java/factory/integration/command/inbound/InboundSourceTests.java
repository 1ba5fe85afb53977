package factory.integration.command.inbound;

import factory.integration.api.inbound.ChangeInboundSource;
import factory.integration.api.inbound.CreateInboundSource;
import factory.integration.api.inbound.DisableInboundSource;
import factory.integration.api.inbound.EnableInboundSource;
import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.RemoveInboundSource;
import factory.integration.api.inbound.RotateInboundSecret;
import factory.integration.api.inbound.ValueSource;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InboundSourceTests {

  private static final InboundSourceId ID = InboundSourceId.of("01jxd3v9k2000000000000000a");
  private static final SecretRef SECRET = new SecretRef("sec-a", 1);
  private static final SecretRef OTHER = new SecretRef("sec-b", 1);
  private static final Instant TOMORROW = Instant.parse("2026-06-12T12:00:00Z");
  private static final InboundSourceDisabled DISABLED = new InboundSourceDisabled(ID);

  private final FixtureConfiguration<InboundSource> fixture =
      new AggregateTestFixture<>(InboundSource.class);

  @Nested
  class CreateInboundSourceTests {

    @Test
    void createsASource() {
      fixture.givenNoPriorActivity().when(create(true)).expectEvents(created(true));
    }

    @Test
    void createsADisabledSource() {
      fixture.givenNoPriorActivity().when(create(false)).expectEvents(created(false));
    }

    @Test
    void refusesAnIdThatIsTaken() {
      fixture
          .given(created(true))
          .when(create(true))
          .expectNoEvents()
          .expectException(RuntimeException.class);
    }

    private CreateInboundSource create(boolean enabled) {
      return new CreateInboundSource(ID, settings("a"), SECRET, enabled);
    }
  }

  @Nested
  class ChangeInboundSourceTests {

    @Test
    void replacesTheSettingsAndAnswersTheVersion() {
      fixture
          .given(created(true))
          .when(change("b", 0))
          .expectEvents(changed("b"))
          .expectResultMessagePayload(1L);
    }

    @Test
    void refusesAChangeThatIsBasedOnAnEarlierVersion() {
      expectRefusal(fixture.given(created(true), changed("b")).when(change("c", 0)));
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(created(true), changed("b"))
          .when(change("b", 0))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
    }

    @Test
    void doesNotFindARemovedSource() {
      fixture
          .given(created(true), new InboundSourceRemoved(ID))
          .when(change("b", 1))
          .expectNoEvents()
          .expectException(AggregateDeletedException.class);
    }

    private ChangeInboundSource change(String name, long basedOn) {
      return new ChangeInboundSource(ID, basedOn, settings(name));
    }
  }

  @Nested
  class DisableInboundSourceTests {

    @Test
    void takesNoMoreWebhooks() {
      fixture
          .given(created(true))
          .when(new DisableInboundSource(ID))
          .expectEvents(DISABLED)
          .expectResultMessagePayload(1L);
    }

    @Test
    void doesNothingWhenItIsDisabledAlready() {
      fixture.given(created(false)).when(new DisableInboundSource(ID)).expectNoEvents();
    }

    @Test
    void doesNotFindWhatWasNeverThere() {
      fixture
          .givenNoPriorActivity()
          .when(new DisableInboundSource(ID))
          .expectException(AggregateNotFoundException.class);
    }
  }

  @Nested
  class EnableInboundSourceTests {

    @Test
    void takesWebhooksAgain() {
      fixture
          .given(created(true), DISABLED)
          .when(new EnableInboundSource(ID))
          .expectEvents(new InboundSourceEnabled(ID))
          .expectResultMessagePayload(2L);
    }

    @Test
    void doesNothingWhenItIsEnabledAlready() {
      fixture.given(created(true)).when(new EnableInboundSource(ID)).expectNoEvents();
    }

    @Test
    void doesNotFindARemovedSource() {
      fixture
          .given(created(true), new InboundSourceRemoved(ID))
          .when(new EnableInboundSource(ID))
          .expectException(AggregateDeletedException.class);
    }
  }

  @Nested
  class RotateInboundSecretTests {

    @Test
    void verifiesByTheNewSecretAndForAWhileByTheOld() {
      fixture
          .given(created(true))
          .when(rotate(OTHER, SECRET))
          .expectEvents(new InboundSecretRotated(ID, OTHER, SECRET, TOMORROW))
          .expectResultMessagePayload(1L);
    }

    @Test
    void refusesToReplaceASecretThatIsNotCurrent() {
      expectRefusal(
          fixture
              .given(created(true), new InboundSecretRotated(ID, OTHER, SECRET, TOMORROW))
              .when(rotate(new SecretRef("sec-c", 1), SECRET)));
    }

    @Test
    void doesNothingTheSecondTime() {
      fixture
          .given(created(true), new InboundSecretRotated(ID, OTHER, SECRET, TOMORROW))
          .when(rotate(OTHER, SECRET))
          .expectNoEvents();
    }

    private RotateInboundSecret rotate(SecretRef secret, SecretRef replaces) {
      return new RotateInboundSecret(ID, secret, replaces, TOMORROW);
    }
  }

  @Nested
  class RemoveInboundSourceTests {

    @Test
    void endsTheSource() {
      fixture
          .given(created(true))
          .when(new RemoveInboundSource(ID))
          .expectEvents(new InboundSourceRemoved(ID))
          .expectMarkedDeleted();
    }

    @Test
    void doesNotFindItTheSecondTime() {
      fixture
          .given(created(true), new InboundSourceRemoved(ID))
          .when(new RemoveInboundSource(ID))
          .expectNoEvents()
          .expectException(AggregateDeletedException.class);
    }
  }

  private static void expectRefusal(ResultValidator<InboundSource> result) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(Reason.INBOUND_SOURCE_CHANGED_MEANWHILE.detail());
  }

  private static InboundSourceCreated created(boolean enabled) {
    return new InboundSourceCreated(ID, settings("a"), SECRET, enabled);
  }

  private static InboundSourceChanged changed(String name) {
    return new InboundSourceChanged(ID, settings(name));
  }

  private static InboundSourceSettings settings(String name) {
    return new InboundSourceSettings(
        name,
        new InboundVerification.GitHub(),
        new InboundMapping(
            new ValueSource.Header("x-github-event"),
            new ValueSource.Pointer(""),
            new ValueSource.Header("x-github-delivery")),
        true,
        null,
        null);
  }
}
