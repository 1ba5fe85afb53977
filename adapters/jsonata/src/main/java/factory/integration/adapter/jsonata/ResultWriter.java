package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.Jsonata;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what an evaluation gave as JSON; its size was counted, so that this ends. */
final class ResultWriter {

  private ResultWriter() {}

  static String write(@Nullable Object result, int limit) {
    String json = JsonMapper.shared().writeValueAsString(plain(result));
    if (json.length() > limit || json.getBytes(StandardCharsets.UTF_8).length > limit) {
      throw new MappingFailed(
          Kind.TOO_LARGE, "the mapping's result has more than " + limit + " bytes");
    }
    return json;
  }

  /** The value without the library's own objects. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> plainMap(map);
      case List<?> list -> plainList(list);
      case Double number when !Double.isFinite(number) ->
          throw new MappingFailed(Kind.FAILED, "the mapping's result holds a number out of range");
      case String text -> text;
      case Number number -> number;
      case Boolean truth -> truth;
      case Object other when other == Jsonata.NULL_VALUE -> null;
      default -> throw new MappingFailed(Kind.FAILED, "the mapping's result holds a function");
    };
  }

  private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
    return plain;
  }

  private static List<@Nullable Object> plainList(List<?> list) {
    List<@Nullable Object> plain = new ArrayList<>(list.size());
    list.forEach(value -> plain.add(plain(value)));
    return plain;
  }
}
