package factory.integration.adapter.sqlite.retention;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.query.retention.RetentionStore;
import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.RetentionStoreContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SqliteRetentionStoreTests extends RetentionStoreContract {

  @RegisterExtension private final Stores stores = new Stores();

  @Override
  protected ReadModels readModels() {
    return stores.readModels();
  }

  @Override
  protected RetentionStore retention() {
    return stores.bean(RetentionStore.class);
  }

  static Stream<String> walks() {
    return Stream.of(
            SqliteRetentionStore.CALLS,
            SqliteRetentionStore.DATA,
            SqliteRetentionStore.ATTEMPTS,
            SqliteRetentionStore.DEAD_LETTERS,
            SqliteRetentionStore.EVENTS)
        .map(Walk::keys);
  }

  @ParameterizedTest
  @MethodSource("walks")
  void walksAlongTheKeys(String sql) {
    assertThat(plan(sql)).allMatch(step -> step.contains("USING INTEGER PRIMARY KEY"));
  }

  @Test
  void walksTheWordsInOrder() {
    assertThat(plan(SqliteRetentionStore.WORDS.keys()))
        .allMatch(step -> step.contains("VIRTUAL TABLE INDEX"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  static Stream<String> purges() {
    return Stream.of(
        RetentionSql.CALLS,
        RetentionSql.DATA,
        RetentionSql.WORDS,
        RetentionSql.ATTEMPTS,
        RetentionSql.DEAD_LETTERS,
        RetentionSql.EVENTS);
  }

  @ParameterizedTest
  @MethodSource("purges")
  void purgesByIndex(String sql) {
    assertThat(plan(sql))
        .filteredOn(step -> step.startsWith("SCAN"))
        .allMatch(step -> step.contains("event_words VIRTUAL TABLE INDEX 0:"));
  }

  private Iterable<String> plan(String sql) {
    return stores.state().list("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4));
  }
}
