package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import java.util.List;

/**
 * Tables of due work, deadlines, subscriptions and connections; times count milliseconds since
 * 1970.
 */
final class WorkSchema {

  private static final SqliteMigration DUE_WORK =
      new SqliteMigration(
          1,
          "attempts to make, and who makes them",
          List.of(
              """
              CREATE TABLE due_owner (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                lease_until INTEGER NOT NULL)\
              """,
              """
              CREATE TABLE due_work (
                delivery TEXT NOT NULL,
                position INTEGER NOT NULL,
                owner INTEGER NOT NULL,
                endpoint TEXT NOT NULL,
                tenant TEXT NOT NULL,
                attempt INTEGER NOT NULL,
                waiting INTEGER NOT NULL,
                plan TEXT NOT NULL,
                context TEXT NOT NULL)\
              """,
              "CREATE UNIQUE INDEX due_work_delivery ON due_work (delivery)",
              "CREATE INDEX due_work_owner ON due_work (owner, endpoint, position)"));

  private static final SqliteMigration DEADLINES =
      new SqliteMigration(
          2,
          "deadlines",
          List.of(
              """
              CREATE TABLE deadline (
                id TEXT NOT NULL,
                name TEXT NOT NULL,
                due_at INTEGER NOT NULL,
                scope TEXT NOT NULL,
                scope_hash INTEGER NOT NULL,
                scope_type TEXT NOT NULL,
                payload TEXT NOT NULL,
                payload_type TEXT NOT NULL,
                metadata TEXT NOT NULL,
                claimed_by TEXT,
                claimed_until INTEGER NOT NULL DEFAULT 0)\
              """,
              "CREATE UNIQUE INDEX deadline_id ON deadline (id)",
              "CREATE INDEX deadline_due ON deadline (due_at)",
              "CREATE INDEX deadline_scope ON deadline (scope_hash)"));

  private static final SqliteMigration SUBSCRIPTIONS =
      new SqliteMigration(
          3,
          "the routing table",
          List.of(
              """
              CREATE TABLE subscription (
                id TEXT PRIMARY KEY,
                tenant TEXT NOT NULL,
                subscription TEXT NOT NULL) WITHOUT ROWID\
              """));

  private static final SqliteMigration SUBSCRIPTIONS_VERSION =
      new SqliteMigration(
          4,
          "how often the routing table changed",
          List.of(
              "CREATE TABLE subscription_version (version INTEGER NOT NULL)",
              "INSERT INTO subscription_version VALUES (0)"));

  private static final SqliteMigration CONNECTIONS =
      new SqliteMigration(
          5,
          "established connections, and how often they changed",
          List.of(
              """
              CREATE TABLE connection (
                id TEXT PRIMARY KEY,
                connection TEXT NOT NULL) WITHOUT ROWID\
              """,
              "CREATE TABLE connection_version (version INTEGER NOT NULL)",
              "INSERT INTO connection_version VALUES (0)"));

  static final SqliteSchema SCHEMA =
      new SqliteSchema(
          "work", List.of(DUE_WORK, DEADLINES, SUBSCRIPTIONS, SUBSCRIPTIONS_VERSION, CONNECTIONS));

  private WorkSchema() {}
}
