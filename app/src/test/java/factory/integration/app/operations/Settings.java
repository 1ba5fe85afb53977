package factory.integration.app.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that the code knows, with their defaults as text; empty where there is none. */
final class Settings {

  private static final String OURS = "factory.integration";

  private Settings() {}

  /** Those of the platform, from its properties records and its application.yml. */
  static Map<String, String> ofPlatform() {
    Map<String, String> settings = new TreeMap<>();
    ofApplicationYml().forEach((name, value) -> settings.put(name, value));
    var records = new ClassPathScanningCandidateComponentProvider(false);
    records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    records.findCandidateComponents(OURS).stream()
        .map(found -> ClassUtils.resolveClassName(found.getBeanClassName() + "", null))
        .filter(type -> prefix(type).startsWith("platform"))
        .forEach(type -> collect(prefix(type), type, settings));
    return settings;
  }

  /** Names that Spring Boot itself documents. */
  static Set<String> namesOfSpring() {
    Set<String> names = new HashSet<>();
    try {
      for (URL file :
          Collections.list(
              Settings.class
                  .getClassLoader()
                  .getResources("META-INF/spring-configuration-metadata.json"))) {
        try (InputStream in = file.openStream()) {
          for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
            names.add(property.path("name").asString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** Whether an environment variable sets one of the settings. */
  static boolean isSetBy(String variable, Set<String> settings) {
    return settings.stream()
        .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_'))
        .anyMatch(
            name ->
                variable.equals(name.replace("-", "")) || variable.equals(name.replace('-', '_')));
  }

  private static void collect(String prefix, Class<?> type, Map<String, String> settings) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        collect(name, component.getType(), settings);
      } else if (Map.class.isAssignableFrom(component.getType())) {
        settings.put(name + ".*", "");
      } else {
        settings.merge(
            name, defaultOf(type, component), (one, other) -> one.isEmpty() ? other : one);
      }
    }
  }

  /** Annotations of a record's component stand at the constructor's parameter. */
  private static String defaultOf(Class<?> type, RecordComponent component) {
    for (var constructor : type.getDeclaredConstructors()) {
      for (var parameter : constructor.getParameters()) {
        @Nullable DefaultValue value = parameter.getAnnotation(DefaultValue.class);
        if (value != null && parameter.getName().equals(component.getName())) {
          return String.join(",", value.value());
        }
      }
    }
    return "";
  }

  private static Map<String, String> ofApplicationYml() {
    Map<String, String> settings = new TreeMap<>();
    try (InputStream in = Settings.class.getResourceAsStream("/application.yml")) {
      boolean first = true;
      for (Object document : new Yaml().loadAll(in)) {
        flatten("", document, settings, first);
        first = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.keySet().removeIf(name -> !name.startsWith("platform."));
    return settings;
  }

  /** What only a profile sets has no default. */
  private static void flatten(
      String prefix, Object value, Map<String, String> settings, boolean byDefault) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) ->
              flatten(
                  prefix.isEmpty() ? key + "" : prefix + "." + key, inner, settings, byDefault));
    } else {
      settings.putIfAbsent(prefix, byDefault ? value + "" : "");
    }
  }

  private static String prefix(Class<?> type) {
    ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
    return properties == null
        ? ""
        : properties.value().isEmpty() ? properties.prefix() : properties.value();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
