package factory.integration.app.tracing;

import io.opentelemetry.api.common.AttributeKey;

/** Names of what is told about a span; OpenTelemetry's own where there are any. */
final class Keys {

  static final AttributeKey<String> EVENT_ID = AttributeKey.stringKey("platform.event.id");
  static final AttributeKey<String> ATTEMPT_ID = AttributeKey.stringKey("platform.attempt.id");
  static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
  static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");

  private Keys() {}
}
