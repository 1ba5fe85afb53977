package factory.integration.saga.connection;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.StatusRange;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.HealthProbe;
import factory.integration.saga.credential.ResolvedCredential;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.delivery.WebhookSender;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.operation.AnswerReader.ReadAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls a provider's probe and says what the answer means. */
final class ProbeCall {

  static final byte[] NO_BODY = {};

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Map<String, String> HEADERS =
      Map.of("accept", "*/*", "user-agent", "integration-platform/1.0");

  private final WebhookSender sender;
  private final AnswerReader answers;

  ProbeCall(WebhookSender sender, AnswerReader answers) {
    this.sender = sender;
    this.answers = answers;
  }

  Probe make(HealthProbe probe, BaseUrl baseUrl, @Nullable ResolvedCredential credential) {
    Map<String, String> headers = new LinkedHashMap<>(HEADERS);
    if (credential != null) {
      headers.putAll(credential.headers());
    }
    URI url = URI.create(baseUrl.value() + probe.path());
    WebhookRequest request = new WebhookRequest(probe.method(), url, headers, NO_BODY, TIMEOUT);
    Integer version = credential == null ? null : credential.version();
    return switch (sender.send(request)) {
      case CallResult.Answered answer -> read(probe, answer, version);
      case CallResult.Failed failure ->
          Probe.failed(failure.category(), failure.detail(), failure.durationMillis(), version);
    };
  }

  private Probe read(HealthProbe probe, CallResult.Answered answer, @Nullable Integer version) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    ReadAnswer read = answers.read(asOperation(probe), answer.status(), body);
    if (read.success()) {
      String detail = "the provider answered " + answer.status();
      return Probe.passed(detail, answer.durationMillis(), version);
    }
    FailureCategory category = category(probe, answer.status());
    return Probe.failed(
        category, sentence(category, read.detail()), answer.durationMillis(), version);
  }

  private static FailureCategory category(HealthProbe probe, int status) {
    if (status == 401 || status == 403) {
      return FailureCategory.AUTHENTICATION;
    }
    if (status == 429) {
      return FailureCategory.RATE_LIMITED;
    }
    if (status == 404) {
      return FailureCategory.NOT_FOUND;
    }
    if (status >= 500) {
      return FailureCategory.SERVER_ERROR;
    }
    return probe.accepts(status) ? FailureCategory.MAPPING : FailureCategory.CLIENT_ERROR;
  }

  private static String sentence(FailureCategory category, String detail) {
    return category == FailureCategory.AUTHENTICATION
        ? detail + ": it does not take the credential"
        : detail;
  }

  /** What counts as success is said of a probe as of an operation. */
  private static ApiOperation asOperation(HealthProbe probe) {
    List<StatusRange> success =
        probe.successStatuses().stream().map(it -> StatusRange.of(it.toString())).toList();
    return new ApiOperation(
        "probe",
        probe.method(),
        probe.path(),
        Map.of(),
        Map.of(),
        null,
        null,
        null,
        success,
        probe.successWhen(),
        null,
        null,
        (int) TIMEOUT.toSeconds(),
        Set.of());
  }
}
