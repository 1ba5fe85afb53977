package factory.integration.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BulkWritesTests {

  @RegisterExtension private final CountedDatabase mongo = new CountedDatabase();
  private Documents documents;

  @BeforeEach
  void open() {
    documents = new Documents(mongo.database(), "things", List.of());
  }

  @Test
  void mergesWhatHappensToADocument() {
    write(
        DocumentWrite.insert("a", new Document("n", 1).append("kept", true).append("gone", 1)),
        DocumentWrite.update("a", new Document("n", 2).append("gone", null)),
        DocumentWrite.update("a", new Document("m", 3)));

    assertThat(found("a"))
        .isEqualTo(new Document("_id", "a").append("kept", true).append("n", 2).append("m", 3));
    assertThat(mongo.writeCommands()).isEqualTo(1);
    assertThat(mongo.writtenDocuments()).isEqualTo(1);
  }

  @Test
  void insertsOnceAndUpdatesAlways() {
    for (int round = 0; round < 2; round++) {
      write(
          DocumentWrite.insert("a", new Document("n", round)),
          DocumentWrite.update("a", new Document("m", round)));
    }

    assertThat(found("a")).isEqualTo(new Document("_id", "a").append("n", 0).append("m", 1));
  }

  @Test
  void updatesNothingThatIsNotThere() {
    write(DocumentWrite.update("a", new Document("m", 3)));

    assertThat(documents.find("a")).isEmpty();
  }

  @Test
  void keepsTheOrderWhereWritesCannotMerge() {
    write(
        DocumentWrite.insert("a", new Document("status", "QUEUED")),
        DocumentWrite.updateIf("a", new Document("status", "QUEUED"), new Document("n", 1)),
        DocumentWrite.update("a", new Document("status", "DONE")),
        DocumentWrite.updateIf("a", new Document("status", "QUEUED"), new Document("n", 2)));

    assertThat(found("a"))
        .isEqualTo(new Document("_id", "a").append("status", "DONE").append("n", 1));
  }

  @Test
  void startsAfreshAfterARemoval() {
    documents.add(new Document("_id", "a").append("old", true));
    write(
        DocumentWrite.update("a", new Document("n", 1)),
        DocumentWrite.remove("a"),
        DocumentWrite.put("a", new Document("n", 2), new Document("first", 2)),
        DocumentWrite.put("a", new Document("n", 3), new Document("first", 3)));

    assertThat(found("a")).isEqualTo(new Document("_id", "a").append("n", 3).append("first", 2));
  }

  @Test
  void leavesOutWhatIsRemovedInTheSameBatch() {
    write(
        DocumentWrite.put("a", new Document("n", 1)),
        DocumentWrite.replace("a", new Document("n", 2)),
        DocumentWrite.remove("a"));

    assertThat(documents.isEmpty()).isTrue();
    assertThat(mongo.writeCommands()).isEqualTo(1);
  }

  private void write(DocumentWrite... writes) {
    new BulkWrites(documents).write(List.of(writes));
  }

  private Document found(String id) {
    return documents.find(id).orElseThrow();
  }
}
