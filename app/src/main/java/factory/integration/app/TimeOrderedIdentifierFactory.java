package factory.integration.app;

import factory.integration.api.messaging.UniqueIds;
import java.time.Clock;
import org.axonframework.common.IdentifierFactory;

/** Gives messages ids that sort by time; found by Axon through the service loader. */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {

  private final UniqueIds ids = new UniqueIds(Clock.systemUTC());

  @Override
  public String generateIdentifier() {
    return ids.next();
  }
}
