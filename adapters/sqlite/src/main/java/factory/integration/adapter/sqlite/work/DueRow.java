package factory.integration.adapter.sqlite.work;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.messaging.TenantId;
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
  private static final ObjectWriter PLAN_WRITER = JSON.writerFor(DeliveryPlan.class);
  private static final ObjectReader PLAN_READER = JSON.readerFor(DeliveryPlan.class);
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
    statement.setString(1, due.deliveryId().value());
    statement.setLong(2, due.position());
    statement.setString(3, due.endpoint());
    statement.setString(4, due.tenant().value());
    statement.setInt(5, due.attempt());
    statement.setInt(6, due.waiting() ? 1 : 0);
    statement.setString(7, plan);
    statement.setString(8, context);
  }

  static DueDelivery read(ResultSet row) throws SQLException {
    Map<String, String> context = CONTEXT_READER.readValue(row.getString(8));
    DeliveryPlan plan = PLAN_READER.readValue(row.getString(7));
    return new DueDelivery(
        new TenantId(row.getString(4)),
        new DeliveryId(row.getString(1)),
        row.getInt(5),
        row.getLong(2),
        row.getString(3),
        plan,
        row.getInt(6) == 1,
        context);
  }
}
