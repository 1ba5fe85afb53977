package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A provider that an endpoint plays, and the calls that connect to it and run its operations. */
final class Integration {

  static final String RUNS = "/v1/integrations/runs";

  private final Tenant tenant;
  private final Endpoint endpoint;

  Integration(Tenant tenant, Endpoint endpoint) {
    this.tenant = tenant;
    this.endpoint = endpoint;
  }

  /** Connects to what the catalog has under that name; the answer is the connection. */
  JsonNode connectToCatalog(String name, Map<String, ?> settings) {
    JsonNode entry =
        tenant
            .api()
            .post("/v1/integrations/catalog/" + name, Map.of("baseUrl", endpoint.url()))
            .expecting(201)
            .json();
    return connect(
        entry.at("/provider/providerId").asString(),
        entry.at("/client/apiClientId").asString(),
        settings);
  }

  /** Connects to an API of these operations; the answer is the connection. */
  JsonNode connectTo(List<Map<String, ?>> operations, Map<String, ?> settings) {
    String provider =
        created(
            "/v1/integrations/providers",
            Map.of("key", "erp", "name", "ERP", "baseUrl", endpoint.url()),
            "providerId");
    String client =
        created(
            "/v1/integrations/clients",
            Map.of(
                "providerId",
                provider,
                "name",
                "erp",
                "version",
                "1.0.0",
                "operations",
                operations),
            "apiClientId");
    return connect(provider, client, settings);
  }

  private JsonNode connect(String provider, String client, Map<String, ?> settings) {
    Map<String, Object> connection = new HashMap<>(settings);
    connection.put("name", "ERP");
    connection.put("providerId", provider);
    connection.put("apiClientId", client);
    JsonNode made =
        tenant.api().post("/v1/integrations/connections", connection).expecting(201).json();
    if (!text(made, "status").equals("established")) {
      throw new AssertionError("the connection is " + made);
    }
    return made;
  }

  String created(String path, Map<String, ?> body, String id) {
    return text(tenant.api().post(path, body).expecting(201).json(), id);
  }

  /** Asks for a run and answers its id. */
  String run(JsonNode connection, String operation, Map<String, ?> input) {
    return text(
        tenant.api().post(RUNS, wish(connection, operation, input)).expecting(202).json(), "runId");
  }

  static Map<String, Object> wish(JsonNode connection, String operation, Map<String, ?> input) {
    return new HashMap<>(
        Map.of(
            "connectionId",
            text(connection, "connectionId"),
            "operation",
            operation,
            "input",
            input));
  }

  JsonNode run(String runId) {
    return tenant.api().get(RUNS + "/" + runId).expecting(200).json();
  }

  JsonNode awaitStatus(String runId, String status) {
    return Tenant.until(() -> run(runId), run -> text(run, "status").equals(status));
  }
}
