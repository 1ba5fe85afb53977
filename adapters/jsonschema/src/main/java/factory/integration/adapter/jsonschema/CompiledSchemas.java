package factory.integration.adapter.jsonschema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compiles schemas, the latest ones once only. Each has a registry of its own, so that no schema
 * can refer to another user's; nothing but the meta-schemas that come with the library is loaded.
 */
final class CompiledSchemas {

  private static final int MOST_KEPT = 200;
  private static final String STANDARD = "json-schema.org/";
  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder().regularExpressionFactory(MatchBudget::expression).build();

  private final Map<String, Schema> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schema> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** The compiled schema; an illegal argument says why it is none. */
  Schema get(String schema) {
    synchronized (latest) {
      Schema known = latest.get(schema);
      if (known != null) {
        return known;
      }
    }
    Schema compiled = compile(SchemaTexts.readSchema(schema));
    synchronized (latest) {
      latest.put(schema, compiled);
    }
    return compiled;
  }

  private static Schema compile(JsonNode schema) {
    try {
      Schema compiled = registry().getSchema(schema);
      compiled.initializeValidators();
      return compiled;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(SchemaTexts.fault(e), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("the JSON Schema nests too deep", e);
    }
  }

  /** The schema of schemas of the version that the schema names. */
  Schema metaSchema(JsonNode schema) {
    String version =
        schema.path("$schema").asString(SpecificationVersion.DRAFT_2020_12.getDialectId());
    try {
      return registry().getSchema(SchemaLocation.of(version));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("$schema names an unknown version of JSON Schema", e);
    }
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaRegistryConfig(CONFIG)
                .schemaLoader(loader -> loader.allow(CompiledSchemas::isStandard)));
  }

  private static boolean isStandard(AbsoluteIri iri) {
    String address = iri.toString();
    return address.startsWith("https://" + STANDARD)
        || address.startsWith("http://" + STANDARD)
        || address.startsWith("classpath:draft");
  }
}
