package factory.integration.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTests {

  @Test
  void namesTheTopicsOfTheBus() {
    assertThat(Topic.values())
        .extracting(Topic::address)
        .containsExactly(
            "factory.integration.connections",
            "factory.integration.providers",
            "factory.integration.webhooks",
            "factory.integration.runs",
            "factory.integration.credentials");
  }
}
