package factory.integration.adapter.mongo.storage;

import com.mongodb.ConnectionString;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which MongoDB database the platform uses.
 *
 * @param uri connection string, with the credentials if there are any; required
 * @param database is created when it is missing; all nodes of a platform name the same one
 */
@ConfigurationProperties("platform.mongo")
record MongoProperties(
    @Nullable String uri, @DefaultValue("integration_platform") String database) {

  MongoProperties {
    if (database.isBlank() || database.length() > 63 || !database.matches("[\\w-]+")) {
      throw new IllegalArgumentException(
          "platform.mongo.database must be at most 63 letters, digits, '_' and '-'");
    }
    connection(uri);
  }

  ConnectionString connection() {
    return connection(uri);
  }

  /** The driver's own message may repeat a part of the password. */
  private static ConnectionString connection(@Nullable String uri) {
    if (uri == null || uri.isBlank()) {
      throw new IllegalArgumentException(
          "platform.storage=mongo needs platform.mongo.uri, such as mongodb://host:27017");
    }
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException(
          "platform.mongo.uri is no connection string of MongoDB; it reads"
              + " mongodb://user:password@host:port/?options, special characters written as %XX");
    }
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "MongoProperties[hosts=" + connection().getHosts() + ", database=" + database + "]";
  }
}
