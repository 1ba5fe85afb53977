package factory.integration.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoWritesTests {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();

  private MongoCollection<Document> collection() {
    return mongo.database().getCollection("things");
  }

  private void insert(String id) {
    writes.write(collection(), new InsertOneModel<>(new Document("_id", id)));
  }

  @Test
  void writesAtOnceWithoutATransaction() {
    insert("a");

    assertThat(collection().countDocuments()).isEqualTo(1);
  }

  @Test
  void writesAllWhenTheTransactionCommits() {
    Transaction transaction = writes.transactions().startTransaction();
    insert("a");
    insert("b");
    assertThat(collection().countDocuments()).isZero();
    transaction.commit();

    assertThat(collection().countDocuments()).isEqualTo(2);
  }

  @Test
  void writesNothingOfATransactionThatRollsBack() {
    List<String> over = new ArrayList<>();
    Transaction transaction = writes.transactions().startTransaction();
    insert("a");
    writes.afterwards(() -> over.add("over"));
    transaction.rollback();

    assertThat(collection().countDocuments()).isZero();
    assertThat(over).containsExactly("over");
  }

  @Test
  void dropsTheWritesOfANestedTransactionAlone() {
    Transaction outer = writes.transactions().startTransaction();
    insert("a");
    Transaction inner = writes.transactions().startTransaction();
    insert("b");
    inner.rollback();
    outer.commit();

    assertThat(collection().find()).extracting(each -> each.get("_id")).containsExactly("a");
  }

  @Test
  void checksFirstAndFinishesLast() {
    List<Long> seen = new ArrayList<>();
    writes
        .transactions()
        .executeInTransaction(
            () -> {
              writes.finish(() -> seen.add(collection().countDocuments()));
              insert("a");
              writes.check(() -> seen.add(collection().countDocuments()));
            });

    assertThat(seen).containsExactly(0L, 1L);
  }

  @Test
  void writesNothingWhenACheckFails() {
    assertThatThrownBy(
            () ->
                writes
                    .transactions()
                    .executeInTransaction(
                        () -> {
                          insert("a");
                          writes.check(
                              () -> {
                                throw new IllegalArgumentException("lost");
                              });
                        }))
        .hasMessage("lost");
    assertThat(collection().countDocuments()).isZero();
  }
}
