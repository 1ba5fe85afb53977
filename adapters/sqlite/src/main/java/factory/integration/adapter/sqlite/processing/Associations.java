package factory.integration.adapter.sqlite.processing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a saga is associated with, as it stands in the saga's own row. */
final class Associations {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<List<String>>> PAIRS = new TypeReference<>() {};

  private Associations() {}

  static String write(Set<AssociationValue> values) {
    return JSON.writeValueAsString(
        values.stream().map(value -> List.of(value.getKey(), value.getValue())).toList());
  }

  static Set<AssociationValue> read(String json) {
    Set<AssociationValue> values = new LinkedHashSet<>();
    for (List<String> pair : JSON.readValue(json, PAIRS)) {
      values.add(new AssociationValue(pair.getFirst(), pair.getLast()));
    }
    return values;
  }
}
