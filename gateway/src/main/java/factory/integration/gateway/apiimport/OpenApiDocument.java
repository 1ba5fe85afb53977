package factory.integration.gateway.apiimport;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3 document; only what stands in it can be referred to. */
final class OpenApiDocument {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final int MOST_CHARACTERS = 16 << 20;
  private static final int MOST_LEVELS = 100;
  private static final int MOST_HOPS = 10;

  private final JsonNode root;

  private OpenApiDocument(JsonNode root) {
    this.root = root;
  }

  /**
   * An operation of the document.
   *
   * @param item the path's item, which can have parameters for all its operations
   */
  record Found(String method, String path, JsonNode item, JsonNode operation) {}

  /** Reads JSON or YAML; an illegal argument says what is wrong. */
  static OpenApiDocument read(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("is required: an OpenAPI 3 document as text");
    }
    JsonNode root = text.stripLeading().startsWith("{") ? json(text) : yaml(text);
    if (!root.path("openapi").asString("").startsWith("3.") || !root.path("paths").isObject()) {
      throw new IllegalArgumentException(
          "must be an OpenAPI 3 document, with openapi: 3.… and paths");
    }
    return new OpenApiDocument(root);
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Without anchors, which let few characters stand for very much. */
  private static JsonNode yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(MOST_LEVELS);
    options.setAllowDuplicateKeys(false);
    try {
      Object loaded = new Yaml(new SafeConstructor(options)).load(text);
      return JsonMapper.shared().valueToTree(loaded instanceof Map<?, ?> map ? map : Map.of());
    } catch (YAMLException e) {
      throw new IllegalArgumentException("is no YAML: " + firstLine(e.getMessage()), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("can't be read: " + e.getOriginalMessage(), e);
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }

  @Nullable String version() {
    return root.at("/info/version").asString(null);
  }

  @Nullable String title() {
    return root.at("/info/title").asString(null);
  }

  /** Whether schemas are of OpenAPI 3.0, which has a dialect of its own. */
  boolean hasOldSchemas() {
    return root.path("openapi").asString("").startsWith("3.0");
  }

  Optional<Found> operation(String id) {
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      JsonNode item = resolve(path.getValue());
      for (Map.Entry<String, JsonNode> entry : item.properties()) {
        if (METHODS.contains(entry.getKey())
            && id.equals(entry.getValue().path("operationId").asString(null))) {
          return Optional.of(new Found(entry.getKey(), path.getKey(), item, entry.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** The node, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode resolved = node;
    for (int hop = 0; resolved.path("$ref").isString(); hop++) {
      if (hop == MOST_HOPS) {
        throw new IllegalArgumentException("has references in a circle");
      }
      resolved = target(resolved.path("$ref").asString());
    }
    return resolved;
  }

  /** What a reference within the document names. */
  JsonNode target(String reference) {
    if (!reference.startsWith("#/")) {
      throw new IllegalArgumentException(
          "refers to " + reference + " outside the document, which is not read: bundle it first");
    }
    JsonNode target = root.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("refers to " + reference + ", which is not there");
    }
    return target;
  }
}
