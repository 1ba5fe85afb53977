package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.plan;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.messaging.NodeId;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Queue, intake and sweeper between an event stream and endpoints, with every thread that the
 * platform has, limits that are met all the time, and memory for a fraction only. Calls succeed,
 * fail, are cancelled or can't be made; outcomes are faster than their threads and slower.
 */
class DeliveryStressTests {

  private static final int DELIVERIES = 3_000;
  private static final int SUBSCRIPTIONS = 12;
  private static final DeliveryLimits LIMITS = new DeliveryLimits(24, 12, 4, 25);

  private final SettableClock clock = new SettableClock();
  private final InMemoryDueWork dueWork = new InMemoryDueWork();
  private final EventStream stream = new EventStream();
  private final DeliveryFlow flow = new DeliveryFlow(stream);
  private final CallObserver observer = new CallObserver(LIMITS);
  private final BatchBarrier barrier = new BatchBarrier();
  private final OwnedWork work =
      new OwnedWork(dueWork, new NodeId("node-1"), Duration.ofSeconds(5), clock);
  private final CatchUp catchUp = new CatchUp(stream::size, stream::hasHandled);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DeliveryQueue queue = new DeliveryQueue(LIMITS, this::start);
  private final DeliveryTurn turn =
      new DeliveryTurn(work, catchUp, queue, barrier, List.of(directoryOf()));
  private final DeliverySweeper sweeper = new DeliverySweeper(work, queue, barrier, catchUp, turn);
  private final DeliveryIntake intake =
      new DeliveryIntake(new WorkIntake(dueWork, queue, work, catchUp, barrier));
  private final Set<String> tried = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  @RepeatedTest(10)
  void losesNothingAndBreaksNoRule(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    publish(0, DELIVERIES / 10, random);
    turn.begin();
    Thread processor = Thread.ofPlatform().start(this::process);
    Thread sweeps = Thread.ofPlatform().start(this::sweep);
    publish(DELIVERIES / 10, DELIVERIES, random);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> flow.open() == 0 && dueWork.count() == 0 && queue.inFlight() == 0);
    over = true;
    processor.join();
    sweeps.join();
    assertThat(observer.violations()).isEmpty();
    assertThat(observer.attempts()).isGreaterThan(DELIVERIES);
  }

  @AfterEach
  void stop() {
    over = true;
    threads.close();
  }

  private void publish(int from, int to, Random random) {
    for (int number = from; number < to; number++) {
      int subscription = random.nextInt(SUBSCRIPTIONS);
      TenantId tenant = new TenantId("tenant-" + subscription % 3);
      String key = random.nextBoolean() ? "key-" + random.nextInt(3) : null;
      Ordering ordering = Ordering.values()[subscription / 3 % 3];
      DeliveryPlan plan = plan("s" + subscription, ordering, key);
      flow.request(tenant, id(number), plan);
      if (random.nextInt(50) == 0) {
        cancel(id(Math.max(0, number - random.nextInt(100))));
      }
    }
  }

  private void cancel(DeliveryId id) {
    if (flow.cancel(id)) {
      queue.withdraw(id);
    }
  }

  private void process() {
    Random random = new Random(7);
    while (!over) {
      if (stream.handle(intake, 1 + random.nextInt(60)) == 0) {
        Thread.yield();
      }
    }
  }

  private void sweep() {
    while (!over) {
      clock.advance(Duration.ofSeconds(1));
      sweeper.sweep();
      sweeper.refill();
      Thread.yield();
    }
  }

  private void start(StartedCall call) {
    DueDelivery due = call.due();
    observer.begun(due, Long.parseLong(due.workId().value().substring("dlv-".length() + 10)));
    threads.execute(() -> call(call));
  }

  private void call(StartedCall call) {
    DueDelivery due = call.due();
    int chance = new Random(due.workId().hashCode() * 31L + due.attempt()).nextInt(100);
    boolean made = chance >= 3 || !isFirstTry(due);
    observer.ended(due, made);
    if (!made) {
      queue.callFailedInside(call);
    } else if (chance % 2 == 0) {
      answer(due, chance);
      queue.callEnded(call);
    } else {
      queue.callEnded(call);
      answer(due, chance);
    }
  }

  private void answer(DueDelivery due, int chance) {
    if (chance < 25) {
      flow.fail((DeliveryId) due.workId(), due.attempt());
    } else {
      flow.succeed((DeliveryId) due.workId(), due.attempt());
    }
  }

  private boolean isFirstTry(DueDelivery due) {
    return tried.add(due.workId() + " " + due.attempt());
  }

  private static DeliveryId id(int number) {
    return DeliveryFixture.id(number);
  }
}
