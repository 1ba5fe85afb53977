package factory.integration.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.operation.ComposedRequest;
import org.junit.jupiter.api.Test;

/** Requests and answers as api.slack.com/methods/chat.postMessage shows them. */
class SlackTests {

  private static final String DELIVERED =
      """
      {"ok": true, "channel": "C123ABC456", "ts": "1503435956.000247",
       "message": {"text": "Here's a message for you", "type": "message"}}
      """;

  private final Entry slack = new Entry("slack");

  @Test
  void hasTheOperationsThatItNames() {
    assertThat(slack.operations()).isEqualTo(slack.capabilities());
  }

  @Test
  void postsAMessage() {
    String input = "{\"channel\":\"C123ABC456\",\"text\":\"Hello\",\"threadTs\":\"1.2\"}";
    assertThat(slack.violations("PostMessage", input)).isEmpty();

    ComposedRequest request = slack.request("PostMessage", input);
    assertThat(request.url()).hasToString("https://slack.com/api/chat.postMessage");
    assertThat(request.body())
        .isEqualTo("{\"channel\":\"C123ABC456\",\"text\":\"Hello\",\"thread_ts\":\"1.2\"}");
  }

  @Test
  void keepsOneBlockAList() {
    String input = "{\"channel\":\"C1\",\"blocks\":[{\"type\":\"divider\"}]}";

    assertThat(slack.request("PostMessage", input).body())
        .isEqualTo("{\"channel\":\"C1\",\"blocks\":[{\"type\":\"divider\"}]}");
  }

  @Test
  void namesTheMessage() {
    var answer = slack.answer("PostMessage", 200, DELIVERED);

    assertThat(answer.success()).isTrue();
    assertThat(answer.externalRef()).isEqualTo("C123ABC456/1503435956.000247");
  }

  @Test
  void takesARefusalWithStatus200ForAFailure() {
    String refusal = "{\"ok\": false, \"error\": \"channel_not_found\"}";

    assertThat(slack.answer("PostMessage", 200, refusal).success()).isFalse();
    assertThat(slack.answer("PostMessage", 200, "").success()).isFalse();
    assertThat(slack.answer("PostMessage", 429, "").retriable()).isTrue();
  }

  @Test
  void refusesAMessageWithoutContent() {
    assertThat(slack.violations("PostMessage", "{\"channel\":\"C1\"}")).isNotEmpty();
  }
}
