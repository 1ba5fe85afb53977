package factory.integration.adapter.sqlite.view;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Columns that hold one type as JSON. */
final class Json<T> {

  private final ObjectWriter writer;
  private final ObjectReader reader;

  Json(TypeReference<T> type) {
    this.writer = JsonMapper.shared().writerFor(type);
    this.reader = JsonMapper.shared().readerFor(type);
  }

  String write(T value) {
    return writer.writeValueAsString(value);
  }

  T read(String json) {
    return reader.readValue(json);
  }
}
