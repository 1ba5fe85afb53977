package factory.integration.query.failure;

import static factory.integration.query.Samples.DELIVERY;
import static factory.integration.query.Samples.EVENT;
import static factory.integration.query.Samples.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.Feed;
import factory.integration.query.PageRequest;
import factory.integration.query.Samples;
import factory.integration.query.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterProjectionTests {

  private static final IntegrationFailed FAILED =
      new IntegrationFailed(
          FailureId.of("1"),
          FailureSource.DELIVERY,
          DELIVERY,
          Samples.plan(),
          8,
          FailureCategory.TIMEOUT,
          FailureReason.RETRIES_EXHAUSTED,
          "no answer within 15 s");

  private final Map<Long, DeadLetterDocument> stored = new LinkedHashMap<>();
  private final Feed feed = new Feed(new DeadLetterProjection(new InMemoryDeadLetters()));

  @Test
  void keepsWhatFailedForGood() throws Exception {
    feed.publish("fail-1", FAILED);
    DeadLetterView view =
        new DeadLetterView(
            FailureId.of("1"),
            FailureSource.DELIVERY,
            DELIVERY,
            null,
            EVENT,
            Samples.TYPE,
            SUBSCRIPTION.value(),
            SUBSCRIPTION,
            "customer-1",
            8,
            FailureCategory.TIMEOUT,
            FailureReason.RETRIES_EXHAUSTED,
            "no answer within 15 s",
            Feed.NOON);
    assertThat(stored.values())
        .containsExactly(new DeadLetterDocument(Feed.key(0), Feed.TENANT, view));
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish("fail-1", FAILED).reset();
    assertThat(stored).isEmpty();
  }

  private final class InMemoryDeadLetters implements DeadLetterStore {

    @Override
    public void add(DeadLetterDocument deadLetter) {
      stored.put(deadLetter.key(), deadLetter);
    }

    @Override
    public void clear() {
      stored.clear();
    }

    @Override
    public Optional<DeadLetterDocument> get(TenantId tenant, FailureId id) {
      return Optional.empty();
    }

    @Override
    public Slice<DeadLetterDocument> find(FindDeadLetters query, PageRequest page) {
      return new Slice<>(List.of(), null);
    }
  }
}
