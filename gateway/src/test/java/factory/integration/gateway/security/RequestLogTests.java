package factory.integration.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RequestLogTests {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Autowired Api api;
  @Autowired MemoryEvents events;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
  }

  @Test
  void namesTenantAndTrace() {
    events.failOnce(new IllegalStateException("a fault"));
    api.post(
        "/v1/events",
        "{\"eventType\":\"a\",\"data\":{}}",
        "X-Tenant-Id",
        "logged",
        "traceparent",
        "00-" + TRACE + "-00f067aa0ba902b7-01");
    List<ILoggingEvent> faults =
        log.list.stream().filter(event -> event.getMessage().contains("request failed")).toList();
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().getMDCPropertyMap())
        .containsEntry("tenant", "logged")
        .containsEntry("trace", "trace-" + TRACE);
  }

  @Test
  void holdsNoSecrets() {
    String auth = "\"auth\":{\"type\":\"basic\",\"username\":\"u\",\"password\":\"p4ssw0rd\"}";
    String url = "\"url\":\"https://example.com\",\"eventTypes\":[\"*\"]";
    api.post("/v1/webhooks/subscriptions", "{" + url + "," + auth + "}");
    api.post("/v1/webhooks/subscriptions", "{" + url + "," + auth + ",\"nope\":1}");
    events.failOnce(new IllegalStateException("a fault"));
    api.post(
        "/v1/events",
        "{\"eventType\":\"a\",\"data\":{\"card\":\"4111\"},\"url\":\"https://example.com\","
            + "\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}");
    assertThat(log.list)
        .extracting(event -> event.getFormattedMessage() + event.getThrowableProxy())
        .noneMatch(
            text ->
                text.contains("p4ssw0rd")
                    || text.contains("4111")
                    || text.contains("whsec_")
                    || text.contains(GatewayTest.ADMIN_KEY));
  }
}
