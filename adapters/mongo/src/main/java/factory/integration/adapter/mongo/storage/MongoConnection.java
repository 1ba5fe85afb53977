package factory.integration.adapter.mongo.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How the platform talks to MongoDB. */
public final class MongoConnection {

  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;
  private static final Duration SELECTION = Duration.ofSeconds(2);

  /** For an answer to a heartbeat, too: a server that is merely slow must not seem to be away. */
  private static final Duration CONNECT = Duration.ofSeconds(4);

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration MAJORITY = Duration.ofSeconds(5);

  private MongoConnection() {}

  /**
   * A client that says so within seconds when the store is away. What the connection string says
   * about times and pools wins; how safe writes and how fresh reads are is not up to it.
   *
   * @param listeners hear of every command
   */
  public static MongoClient open(ConnectionString uri, CommandListener... listeners) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applicationName("integration-platform")
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SELECTION.toMillis(), MILLIS))
            .applyToServerSettings(
                server -> server.heartbeatFrequency(HEARTBEAT.toMillis(), MILLIS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout((int) CONNECT.toMillis(), MILLIS)
                        .readTimeout((int) ANSWER.toMillis(), MILLIS))
            .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SELECTION.toMillis(), MILLIS))
            .applyConnectionString(uri)
            .commandListenerList(List.of(listeners))
            .writeConcern(
                WriteConcern.MAJORITY.withJournal(true).withWTimeout(MAJORITY.toMillis(), MILLIS))
            .readConcern(ReadConcern.MAJORITY)
            .readPreference(ReadPreference.primary())
            .build());
  }
}
