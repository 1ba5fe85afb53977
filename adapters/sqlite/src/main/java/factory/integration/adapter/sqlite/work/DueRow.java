package factory.integration.adapter.sqlite.work;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.integrationevent.WorkIds;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.delivery.DueDelivery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A row of due work, made ready on the caller's thread. */
record DueRow(DueDelivery due, String plan, String context) {

  static final String COLUMNS =
      "delivery, position, endpoint, tenant, attempt, waiting, plan, context";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final ObjectWriter PLAN_WRITER = JSON.writer();
  private static final ObjectReader DELIVERY_PLANS = JSON.readerFor(DeliveryPlan.class);
  private static final ObjectReader RUN_PLANS = JSON.readerFor(RunPlan.class);
  private static final ObjectWriter CONTEXT_WRITER = JSON.writerFor(TEXTS);
  private static final ObjectReader CONTEXT_READER = JSON.readerFor(TEXTS);

  static DueRow of(DueDelivery due) {
    return new DueRow(
        due,
        PLAN_WRITER.writeValueAsString(due.plan()),
        CONTEXT_WRITER.writeValueAsString(due.context()));
  }

  /** Sets {@link #COLUMNS}. */
  void bind(PreparedStatement statement) throws SQLException {
    statement.setString(1, due.workId().value());
    statement.setLong(2, due.position());
    statement.setString(3, due.endpoint());
    statement.setString(4, due.tenant().value());
    statement.setInt(5, due.attempt());
    statement.setInt(6, due.waiting() ? 1 : 0);
    statement.setString(7, plan);
    statement.setString(8, context);
  }

  private static CallPlan plan(WorkId workId, String json) {
    return workId instanceof RunId ? RUN_PLANS.readValue(json) : DELIVERY_PLANS.readValue(json);
  }

  static DueDelivery read(ResultSet row) throws SQLException {
    Map<String, String> context = CONTEXT_READER.readValue(row.getString(8));
    WorkId workId = WorkIds.parse(row.getString(1));
    return new DueDelivery(
        new TenantId(row.getString(4)),
        workId,
        row.getInt(5),
        row.getLong(2),
        row.getString(3),
        plan(workId, row.getString(7)),
        row.getInt(6) == 1,
        context);
  }
}
