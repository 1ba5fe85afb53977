package factory.integration.api.catalogue;

import com.fasterxml.jackson.annotation.JsonRawValue;
import factory.integration.api.messaging.Topic;
import java.util.List;

/**
 * What consumers on the bus can know of a fact that the platform publishes.
 *
 * @param name simple name of the fact: the envelope's {@code eventType}
 * @param topics where it is published
 * @param description one sentence that says when it happens
 * @param schemaVersion counts from 1; becomes {@code cs-schema-version}
 * @param schema JSON Schema (2020-12) of the envelope's payload, as JSON text
 */
public record PublishedEventDescription(
    String name,
    List<Topic> topics,
    String description,
    int schemaVersion,
    @JsonRawValue String schema) {}
