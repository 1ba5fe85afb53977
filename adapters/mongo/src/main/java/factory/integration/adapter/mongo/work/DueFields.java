package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Json;
import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.integrationevent.WorkIds;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.delivery.DueDelivery;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** Due work as a document, and back. */
final class DueFields {

  static final String OWNER = "owner";
  static final String ENDPOINT = "endpoint";
  static final String POSITION = "position";

  private static final Json<DeliveryPlan> DELIVERY_PLAN = new Json<>(new TypeReference<>() {});
  private static final Json<RunPlan> RUN_PLAN = new Json<>(new TypeReference<>() {});
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
            .append("plan", write(due.plan()))
            .append("context", CONTEXT.write(due.context()));
    return DocumentWrite.put(due.workId().value(), fields, new Document(POSITION, due.position()));
  }

  private static String write(CallPlan plan) {
    return plan instanceof RunPlan run
        ? RUN_PLAN.write(run)
        : DELIVERY_PLAN.write((DeliveryPlan) plan);
  }

  private static CallPlan plan(WorkId workId, String json) {
    return workId instanceof RunId ? RUN_PLAN.read(json) : DELIVERY_PLAN.read(json);
  }

  static DueDelivery read(Document document) {
    WorkId workId = WorkIds.parse(document.getString("_id"));
    return new DueDelivery(
        new TenantId(document.getString("tenant")),
        workId,
        document.getInteger("attempt"),
        document.getLong(POSITION),
        document.getString(ENDPOINT),
        plan(workId, document.getString("plan")),
        document.getBoolean("waiting"),
        CONTEXT.read(document.getString("context")));
  }
}
