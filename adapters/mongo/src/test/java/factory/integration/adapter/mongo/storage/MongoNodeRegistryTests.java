package factory.integration.adapter.mongo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.MongoFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoNodeRegistryTests {

  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

  @RegisterExtension final MongoFixture mongo = new MongoFixture();

  @Test
  void countsEachNodeOnce() {
    MongoNodeRegistry registry = new MongoNodeRegistry(mongo.database());
    assertThat(registry.beat("a", NOON, NOON.plusSeconds(10))).isEqualTo(1);
    assertThat(registry.beat("b", NOON, NOON.plusSeconds(10))).isEqualTo(2);
    assertThat(registry.beat("a", NOON.plusSeconds(5), NOON.plusSeconds(15))).isEqualTo(2);
  }

  @Test
  void doesNotCountANodeWhoseClockIsFarAhead() {
    MongoNodeRegistry registry = new MongoNodeRegistry(mongo.database());
    registry.beat("ahead", NOON.plusSeconds(3600), NOON.plusSeconds(3610));
    assertThat(registry.beat("b", NOON, NOON.plusSeconds(10))).isEqualTo(1);
    registry.beat("differs", NOON.plusSeconds(2), NOON.plusSeconds(12));
    assertThat(registry.beat("b", NOON, NOON.plusSeconds(10))).isEqualTo(2);
  }

  @Test
  void forgetsANodeThatIsSilent() {
    MongoNodeRegistry registry = new MongoNodeRegistry(mongo.database());
    registry.beat("a", NOON, NOON.plusSeconds(10));
    assertThat(registry.beat("b", NOON.plusSeconds(11), NOON.plusSeconds(21))).isEqualTo(1);
  }
}
