package factory.integration.adapter.sqlite.processing;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessingSchemaTests {

  private static final String TYPE = "org.axonframework.eventhandling.GlobalSequenceTrackingToken";
  private static final String ADD = "INSERT INTO token VALUES (?, 0, ?, ?, NULL, 0)";

  @TempDir Path directory;
  private SqliteDatabase database;

  @BeforeEach
  void openAsItWasWithTwoProcessors() {
    List<SqliteMigration> before = ProcessingSchema.SCHEMA.migrations().subList(0, 3);
    database =
        SqliteDatabase.openDerivable(
            directory.resolve("state.db"), new SqliteSchema("processing", before));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void goesOnWhereRoutingStoodWhenThatIsEarlier() {
    keep("delivery", 9);
    keep("routing", 7);
    database.add(ProcessingSchema.SCHEMA);
    assertThat(tokens()).containsExactly("delivery {\"globalIndex\":7}");
  }

  @Test
  void staysWhereDeliveryStoodWhenThatIsEarlier() {
    keep("delivery", 7);
    keep("routing", 9);
    database.add(ProcessingSchema.SCHEMA);
    assertThat(tokens()).containsExactly("delivery {\"globalIndex\":7}");
  }

  @Test
  void leavesAnEmptyStoreEmpty() {
    database.add(ProcessingSchema.SCHEMA);
    assertThat(tokens()).isEmpty();
  }

  private void keep(String processor, long position) {
    byte[] token = ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8);
    database.write(session -> session.update(ADD, processor, token, TYPE));
  }

  private List<String> tokens() {
    return database.list(
        "SELECT processor, token FROM token",
        row -> row.getString(1) + " " + new String(row.getBytes(2), StandardCharsets.UTF_8));
  }
}
