package factory.integration.adapter.sqlite.security;

import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import java.util.List;

/** Tables of API keys and secrets; times count milliseconds since 1970. */
final class SecuritySchema {

  static final SqliteSchema SCHEMA =
      new SqliteSchema(
          "security",
          List.of(
              new SqliteMigration(
                  1,
                  "API keys and sealed secrets",
                  List.of(
                      """
                      CREATE TABLE api_key (
                        id TEXT PRIMARY KEY,
                        tenant TEXT NOT NULL,
                        name TEXT NOT NULL,
                        hash TEXT NOT NULL UNIQUE,
                        scopes TEXT NOT NULL,
                        created_at INTEGER NOT NULL,
                        expires_at INTEGER) WITHOUT ROWID\
                      """,
                      "CREATE INDEX api_key_tenant ON api_key (tenant)",
                      """
                      CREATE TABLE secret (
                        tenant TEXT NOT NULL,
                        id TEXT NOT NULL,
                        version INTEGER NOT NULL,
                        sealed BLOB NOT NULL,
                        PRIMARY KEY (tenant, id, version)) WITHOUT ROWID\
                      """))));

  private SecuritySchema() {}
}
