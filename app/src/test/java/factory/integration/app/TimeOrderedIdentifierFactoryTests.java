package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifierFactoryTests {

  @Test
  void isTheOneThatAxonUses() {
    assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifierFactory.class);
  }

  @Test
  void givesIdsThatAscend() {
    IdentifierFactory ids = new TimeOrderedIdentifierFactory();
    assertThat(ids.generateIdentifier()).isLessThan(ids.generateIdentifier());
  }
}
