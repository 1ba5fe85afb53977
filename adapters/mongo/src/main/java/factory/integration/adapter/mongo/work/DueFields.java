package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Json;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.delivery.DueDelivery;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** Due work as a document, and back. */
final class DueFields {

  static final String OWNER = "owner";
  static final String ENDPOINT = "endpoint";
  static final String POSITION = "position";

  private static final Json<DeliveryPlan> PLAN = new Json<>(new TypeReference<>() {});
  private static final Json<Map<String, String>> CONTEXT = new Json<>(new TypeReference<>() {});

  private DueFields() {}

  /** A later attempt keeps the position of the first. */
  static DocumentWrite save(String owner, DueDelivery due) {
    Document fields =
        new Document(OWNER, owner)
            .append(ENDPOINT, due.endpoint())
            .append("tenant", due.tenant().value())
            .append("attempt", due.attempt())
            .append("waiting", due.waiting())
            .append("plan", PLAN.write(due.plan()))
            .append("context", CONTEXT.write(due.context()));
    return DocumentWrite.put(
        due.deliveryId().value(), fields, new Document(POSITION, due.position()));
  }

  static DueDelivery read(Document document) {
    return new DueDelivery(
        new TenantId(document.getString("tenant")),
        new DeliveryId(document.getString("_id")),
        document.getInteger("attempt"),
        document.getLong(POSITION),
        document.getString(ENDPOINT),
        PLAN.read(document.getString("plan")),
        document.getBoolean("waiting"),
        CONTEXT.read(document.getString("context")));
  }
}
