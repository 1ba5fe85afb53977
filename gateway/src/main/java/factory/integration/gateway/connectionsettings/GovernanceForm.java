package factory.integration.gateway.connectionsettings;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a connection may do. */
@Schema(name = "Governance")
public record GovernanceForm(
    @Schema(description = "Names of the client's operations; none: all of them.")
        @Nullable List<@Nullable String> allowedOperations,
    @Schema(description = "Operations that a second person must approve, run by run.")
        @Nullable List<@Nullable String> approvalRequired,
    @Schema(description = "JSON Schemas by operation, beside the one that the client has.")
        @Nullable Map<String, JsonNode> inputSchemas,
    @Nullable QuietHoursForm quietHours,
    @Schema(minimum = "1", maximum = "10000") @Nullable Integer callsPerSecond) {

  /** A time of day when no calls are made. */
  @Schema(name = "QuietHours")
  public record QuietHoursForm(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "22:00") @Nullable String from,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "06:00") @Nullable String to,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Berlin")
          @Nullable String zone) {

    private static @Nullable QuietHoursForm of(@Nullable QuietHours hours) {
      return hours == null
          ? null
          : new QuietHoursForm(
              hours.from().toString(), hours.to().toString(), hours.zone().getId());
    }
  }

  /** Shows what is stored. */
  public static GovernanceForm of(Governance governance) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    governance
        .inputSchemas()
        .forEach((name, schema) -> schemas.put(name, JsonMapper.shared().readTree(schema)));
    return new GovernanceForm(
        List.copyOf(governance.allowedOperations()),
        List.copyOf(governance.approvalRequired()),
        schemas,
        QuietHoursForm.of(governance.quietHours()),
        governance.callsPerSecond());
  }
}
