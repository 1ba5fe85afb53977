package factory.integration.adapter.servicebus.inbound;

import factory.integration.api.messaging.StoreHealth;
import factory.integration.api.sourceevent.EventId;
import factory.integration.gateway.intake.IncomingMessage;
import factory.integration.gateway.intake.IntakeOutcome;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Takes what it gets, once a test's answers are used up; knows what comes again by its id. */
final class ScriptedIntake implements Function<IncomingMessage, IntakeOutcome>, StoreHealth {

  private final Queue<IncomingMessage> seen = new ConcurrentLinkedQueue<>();
  private final Map<String, EventId> kept = new ConcurrentHashMap<>();
  private final Queue<Runnable> whenAsked = new ConcurrentLinkedQueue<>();
  private final Queue<IntakeOutcome> answers = new ConcurrentLinkedQueue<>();
  private volatile boolean storeWorks = true;

  void answer(IntakeOutcome... outcomes) {
    answers.addAll(List.of(outcomes));
  }

  /** Happens while the next message is being kept. */
  void meanwhile(Runnable action) {
    whenAsked.add(action);
  }

  void storeWorks(boolean works) {
    storeWorks = works;
  }

  List<IncomingMessage> seen() {
    return List.copyOf(seen);
  }

  int kept() {
    return kept.size();
  }

  @Override
  public IntakeOutcome apply(IncomingMessage message) {
    seen.add(message);
    Runnable action = whenAsked.poll();
    if (action != null) {
      action.run();
    }
    IntakeOutcome answer = answers.poll();
    if (answer != null) {
      return answer;
    }
    EventId id = EventId.of("x" + kept.size());
    EventId before = kept.putIfAbsent(String.valueOf(message.messageId()), id);
    return new IntakeOutcome.Taken(before == null ? id : before, before != null);
  }

  @Override
  public boolean isReachable() {
    return storeWorks;
  }
}
