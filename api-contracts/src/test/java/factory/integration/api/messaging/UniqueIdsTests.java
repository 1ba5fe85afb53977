package factory.integration.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UniqueIdsTests {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final long NOON = Instant.parse("2026-06-11T12:00:00Z").toEpochMilli();

  private final AtomicLong millis = new AtomicLong(NOON);
  private final UniqueIds ids = new UniqueIds(() -> Instant.ofEpochMilli(millis.get()));

  @Test
  void has26CharactersThatBeginWithTheTime() {
    assertThat(ids.next()).matches("[" + ALPHABET + "]{26}");
    assertThat(timeOf(ids.next())).isEqualTo(NOON);
  }

  @Test
  void ascendsWithinAMillisecond() {
    assertThat(Stream.generate(ids::next).limit(10_000))
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(id -> timeOf(id) == NOON);
  }

  @Test
  void ascendsWithTheClock() {
    assertThat(Stream.generate(this::nextMillisecond).limit(1_000)).isSorted();
  }

  @Test
  void ascendsWhenTheClockIsSetBack() {
    String before = ids.next();
    millis.addAndGet(-3_600_000);

    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void neverGivesTwoThreadsTheSame() throws Exception {
    Collection<String> made = new ConcurrentLinkedQueue<>();
    Callable<Boolean> maker = () -> made.addAll(Stream.generate(ids::next).limit(5_000).toList());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      threads.invokeAll(List.of(maker, maker, maker, maker));
    }

    assertThat(made).hasSize(20_000).doesNotHaveDuplicates();
  }

  @Test
  void startsAtRandomSoThatNodesDiffer() {
    UniqueIds other = new UniqueIds(InstantSource.fixed(Instant.ofEpochMilli(NOON)));

    assertThat(ids.next().substring(10)).isNotEqualTo(other.next().substring(10));
  }

  @Test
  void derivesTheSameIdFromTheSameParts() {
    assertThat(UniqueIds.derivedFrom("default", "k-1"))
        .isEqualTo(UniqueIds.derivedFrom("default", "k-1"))
        .isEqualTo("2f2ce0zhf95x9vps8f61rqk5qa");
  }

  @Test
  void derivesDifferentIdsFromDifferentParts() {
    assertThat(
            List.of(
                UniqueIds.derivedFrom("ab", "c"),
                UniqueIds.derivedFrom("a", "bc"),
                UniqueIds.derivedFrom("abc"),
                UniqueIds.derivedFrom("abc", ""),
                UniqueIds.derivedFrom("c", "ab")))
        .doesNotHaveDuplicates();
  }

  @Test
  void spreadsDerivedIdsOverAllTheirBits() {
    List<String> derived =
        IntStream.range(0, 2_000).mapToObj(i -> UniqueIds.derivedFrom("part", "" + i)).toList();

    assertThat(charactersAt(0, derived)).hasSize(8);
    assertThat(IntStream.range(1, 26))
        .allSatisfy(position -> assertThat(charactersAt(position, derived)).hasSize(32));
  }

  @Test
  void derivesIdsThatSortBesideAnother() {
    String beside = ids.next();
    String derived = UniqueIds.derivedBeside(beside, beside, "sub-1");

    assertThat(derived).hasSize(26).isEqualTo(UniqueIds.derivedBeside(beside, beside, "sub-1"));
    assertThat(timeOf(derived)).isEqualTo(NOON);
    assertThat(derived).isNotEqualTo(UniqueIds.derivedBeside(beside, beside, "sub-2"));
  }

  private String nextMillisecond() {
    millis.incrementAndGet();
    return ids.next();
  }

  private static long timeOf(String id) {
    return id.substring(0, 10).chars().mapToLong(ALPHABET::indexOf).reduce(0, (a, b) -> a * 32 + b);
  }

  private static Set<Character> charactersAt(int position, List<String> ids) {
    return ids.stream().map(id -> id.charAt(position)).collect(Collectors.toSet());
  }
}
