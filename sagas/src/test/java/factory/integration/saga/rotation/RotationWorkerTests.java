package factory.integration.saga.rotation;

import static factory.integration.saga.credential.CredentialDesk.ID;
import static factory.integration.saga.credential.CredentialDesk.TENANT;
import static factory.integration.saga.rotation.RotationFixture.candidate;
import static factory.integration.saga.rotation.RotationFixture.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.RecordCredentialCheck;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.saga.credential.CredentialDesk;
import factory.integration.saga.credential.ProbeOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RotationWorkerTests {

  private static final MetaData CONTEXT =
      MetaData.with(ContextKeys.TENANT_ID, TENANT.value()).and(ContextKeys.CAUSATION_ID, "e-1");

  private final CredentialDesk desk = new CredentialDesk();
  private final List<CommandMessage<?>> recorded = new CopyOnWriteArrayList<>();
  private final CountDownLatch probing = new CountDownLatch(1);
  private final Semaphore probes = new Semaphore(0);
  private final RotationWorker worker = new RotationWorker(check(), desk.commands);

  @BeforeEach
  void register() {
    desk.register(new CredentialScheme.Bearer(), new RotationMethod.Generated(), "t-1");
    desk.give(started(2, 1));
    desk.commandBus.subscribe(RecordCredentialCheck.class.getName(), recorded::add);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void recordsTheOutcomeInTheContextOfTheRequest() {
    probes.release();
    worker.start(attempt());
    await().until(() -> recorded.size() == 1);
    assertThat(recorded.getFirst().getMetaData()).isEqualTo(CONTEXT);
    assertThat(((RecordCredentialCheck) recorded.getFirst().getPayload()).outcome())
        .isInstanceOf(CheckOutcome.Passed.class);
  }

  @Test
  void makesNoAttemptTwiceAtATime() throws InterruptedException {
    worker.start(attempt());
    probing.await();
    worker.start(attempt());
    probes.release(2);
    await().until(() -> recorded.size() == 1);
    assertThat(probes.availablePermits()).isOne();
  }

  @Test
  void recordsNothingOnceItIsClosed() {
    worker.close();
    worker.start(attempt());
    assertThat(recorded).isEmpty();
  }

  private static RotationAttempt attempt() {
    return new RotationAttempt(ID, 2, 1, candidate(2, 1), CONTEXT);
  }

  private RotationCheck check() {
    return new RotationCheck(
        desk.states,
        desk.newVersions,
        desk.source,
        (_, _, _) -> {
          probing.countDown();
          probes.acquireUninterruptibly();
          return new ProbeOutcome.Passed();
        },
        SagaFlow.SCHEDULE,
        desk.clock);
  }
}
