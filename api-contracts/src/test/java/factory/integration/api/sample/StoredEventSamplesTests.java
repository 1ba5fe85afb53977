package factory.integration.api.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredEventSamplesTests {

  private static final Map<String, Object> EVENTS = EventFixture.all();

  static Stream<String> names() {
    return EVENTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void storesAsApproved(String name) {
    sample(name).isWhat(EVENTS.get(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsBackAsStored(String name) {
    Object event = EVENTS.get(name);

    assertThat(Sample.MAPPER.readValue(sample(name).text(), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesTheRecord(String name) {
    assertThat(name.split("-")[0]).isEqualTo(EVENTS.get(name).getClass().getSimpleName());
  }

  @Test
  void hasASampleOfEveryEvent() {
    Set<Class<?>> sampled =
        EVENTS.values().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(EventRecords.stored()).hasSizeGreaterThan(15).allMatch(sampled::contains);
  }

  private static Sample sample(String name) {
    return new Sample("/samples/stored/" + name + ".json");
  }
}
