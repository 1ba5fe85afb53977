package factory.integration.saga.deadline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.messaging.ScopeDescriptor;

/** Where deadlines of a name arrive. */
final class Desk implements ScopeAware, ScopeAwareProvider {

  /** The desk's scope; one like it is made anew from the store. */
  record Drawer(String name) implements ScopeDescriptor {

    @Override
    public String scopeDescription() {
      return "drawer " + name;
    }
  }

  final List<DeadlineMessage<?>> arrived = new CopyOnWriteArrayList<>();

  /** What a deadline meets when it arrives; throws to refuse it. */
  volatile Consumer<DeadlineMessage<?>> arriving = _ -> {};

  @Override
  public Stream<ScopeAware> provideScopeAwareStream(ScopeDescriptor scope) {
    return Stream.of(this);
  }

  @Override
  public boolean canResolve(ScopeDescriptor scope) {
    return scope instanceof Drawer;
  }

  @Override
  public void send(Message<?> message, ScopeDescriptor scope) {
    DeadlineMessage<?> deadline = (DeadlineMessage<?>) message;
    arriving.accept(deadline);
    arrived.add(deadline);
  }

  List<Object> payloads() {
    return arrived.stream().<Object>map(DeadlineMessage::getPayload).toList();
  }
}
