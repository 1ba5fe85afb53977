package factory.integration.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.sourceevent.Routing;
import factory.integration.query.Feed;
import factory.integration.query.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventSearchProjectionTests {

  private final Map<Long, List<String>> index = new HashMap<>();
  private final Feed feed = new Feed(new EventSearchProjection(new InMemoryIndex()));

  @Test
  void indexesTheDataOfAcceptedEventsUnderTheirKey() throws Exception {
    feed.publish("evt-1", Samples.accepted(new Routing.Broadcast()));
    assertThat(index)
        .containsExactly(
            Map.entry(Feed.key(0), List.of(Feed.TENANT, "id", "o-1", "o", "1", "total", "1.10")));
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish("evt-1", Samples.accepted(new Routing.Broadcast())).reset();
    assertThat(index).isEmpty();
  }

  private final class InMemoryIndex implements SearchIndex {

    @Override
    public void add(long key, String tenant, Set<String> words) {
      List<String> document = new ArrayList<>(words);
      document.addFirst(tenant);
      index.put(key, document);
    }

    @Override
    public void clear() {
      index.clear();
    }
  }
}
