package factory.integration.adapter.mongo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MongoPropertiesTests {

  @Test
  void showsNoCredentials() {
    assertThat(new MongoProperties("mongodb://me:secret@one:27017", "db").toString())
        .contains("one:27017", "db")
        .doesNotContain("secret");
  }

  @Test
  void refusesWhatIsNoConnectionString() {
    assertThatThrownBy(() -> new MongoProperties("http://me:secret@one", "db"))
        .hasMessageContaining("platform.mongo.uri")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> new MongoProperties(null, "db"))
        .hasMessageContaining("platform.mongo.uri");
  }

  @Test
  void refusesNamesThatNoDatabaseCanHave() {
    assertThatThrownBy(() -> new MongoProperties("mongodb://one", "a.b"))
        .hasMessageContaining("platform.mongo.database");
  }
}
