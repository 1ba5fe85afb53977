package factory.integration.api.catalogue;

import com.fasterxml.jackson.annotation.JsonRawValue;
import factory.integration.api.sourceevent.EventType;

/**
 * What people and programs can know of a kind of source event.
 *
 * @param alias another spelling that is accepted where the name is, such as {@code order.created}
 * @param group files related types together, such as {@code orders}
 * @param description one sentence that says when it happens
 * @param schemaVersion counts from 1
 * @param schema JSON Schema (2020-12) of the data, as JSON text
 * @param example data that meets the schema, as JSON text
 */
public record EventTypeDescription(
    EventType name,
    String alias,
    String group,
    String description,
    int schemaVersion,
    boolean deprecated,
    @JsonRawValue String schema,
    @JsonRawValue String example) {}
