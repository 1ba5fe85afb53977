package factory.integration.adapter.mongo;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Fields that hold one type as JSON, since names in it may be none for MongoDB. */
public final class Json<T> {

  private final ObjectWriter writer;
  private final ObjectReader reader;

  public Json(TypeReference<T> type) {
    this.writer = JsonMapper.shared().writerFor(type);
    this.reader = JsonMapper.shared().readerFor(type);
  }

  public String write(T value) {
    return writer.writeValueAsString(value);
  }

  public T read(String json) {
    return reader.readValue(json);
  }
}
