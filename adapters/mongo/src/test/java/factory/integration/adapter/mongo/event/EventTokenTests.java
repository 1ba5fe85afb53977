package factory.integration.adapter.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.axon.StoredToken;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.junit.jupiter.api.Test;

final class EventTokenTests {

  private static final GapAwareTrackingToken START =
      GapAwareTrackingToken.newInstance(0, List.of());

  @Test
  void givesEachEventItsOwnPositionInWhateverOrderItIsRead() {
    assertThat(positions(commit(1, "a", "b"), commit(3, "c"), commit(4, "d", "e")))
        .isEqualTo(positions(commit(4, "d", "e"), commit(3, "c"), commit(1, "a", "b")))
        .containsEntry("a", 1L)
        .containsEntry("c", 3L)
        .containsEntry("e", 5L);
  }

  @Test
  void isWhereTheReaderIs() {
    TokenWalk walk = new TokenWalk(START);
    walk.pass(commit(3, "c"));
    walk.pass(commit(1, "a"));
    TrackingToken late = walk.events().getLast().trackingToken();

    assertThat(late).isInstanceOf(EventToken.class);
    assertThat(((GapAwareTrackingToken) late).getIndex()).isEqualTo(3);
    assertThat(((GapAwareTrackingToken) late).getGaps()).containsExactly(2L);
    assertThat(late.covers(walk.events().getFirst().trackingToken())).isTrue();
    assertThat(late.samePositionAs(walk.token())).isTrue();
    assertThat(late.lowerBound(START).covers(START)).isTrue();
  }

  @Test
  void isStoredAsItIs() {
    EventToken token = new EventToken(9, List.of(3L, 5L), 4);
    assertThat(StoredToken.of(token).read()).isEqualTo(token);

    TrackingToken replay = ReplayToken.createReplayToken(token, START);
    assertThat(StoredToken.of(replay).read()).isEqualTo(replay);
  }

  private static TreeMap<String, Long> positions(Document... commits) {
    TokenWalk walk = new TokenWalk(START);
    for (Document commit : commits) {
      walk.pass(commit);
    }
    TreeMap<String, Long> positions = new TreeMap<>();
    for (TrackedEventData<byte[]> event : walk.events()) {
      long position = event.trackingToken().position().orElseThrow();
      assertThat(positions.put(event.getEventIdentifier(), position)).isNull();
    }
    return positions;
  }

  private static Document commit(long first, String... ids) {
    return new Commit(List.of(ids).stream().map(id -> new Document(EventFields.ID, id)).toList())
        .at(first);
  }
}
