package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class ForeignClientIT {

  private final Sink sink;
  private final Tenant tenant;
  private final Path dataDirectory;

  ForeignClientIT(Sink sink, Platform platform, @Value("${platform.data-dir}") Path dataDirectory) {
    this.sink = sink;
    this.tenant = platform.tenant();
    this.dataDirectory = dataDirectory;
  }

  @Test
  void readsDataWithEverythingThatIsPromised() throws IOException {
    try (ForeignClient client =
        ForeignClient.reading(dataDirectory, "factory.integration.webhooks")) {
      tenant.subscribe(sink.endpoint(), Map.of("name", "Köln"));
      JsonNode message = client.await(tenant.id());
      JsonNode envelope = JsonMapper.shared().readTree(text(message, "body"));
      JsonNode properties = message.path("properties");
      assertThat(message.path("isData").asBoolean()).isTrue();
      assertThat(text(message, "contentType")).isEqualTo("application/json");
      assertThat(text(message, "subject")).isEqualTo("WebhookSubscribed");
      assertThat(text(message, "correlationId")).isEqualTo(text(envelope, "correlationId"));
      assertThat(text(message, "groupId"))
          .isEqualTo(envelope.at("/payload/subscriptionId").asString());
      assertThat(text(message, "messageId")).isNotEmpty();
      assertThat(envelope.at("/payload/name").asString()).isEqualTo("Köln");
      assertThat(properties.propertyNames())
          .contains(
              "cs-event-type",
              "cs-tenant-id",
              "cs-trace-id",
              "cs-correlation-id",
              "cs-schema-version",
              "cs-event-id");
      assertThat(text(properties, "cs-event-type")).isEqualTo(text(envelope, "eventType"));
      assertThat(text(properties, "cs-tenant-id")).isEqualTo(tenant.id());
      assertThat(text(properties, "cs-trace-id")).isEqualTo(text(envelope, "traceId"));
      assertThat(text(properties, "cs-correlation-id")).isEqualTo(text(envelope, "correlationId"));
      assertThat(text(properties, "cs-event-id")).isEqualTo(text(envelope, "eventId"));
      assertThat(text(properties, "cs-schema-version")).isEqualTo("1");
    }
  }
}
