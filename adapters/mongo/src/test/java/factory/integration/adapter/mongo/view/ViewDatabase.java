package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.storage.contract.view.ReadModels;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The collections of the read models, empty for each test. */
final class ViewDatabase implements BeforeEachCallback, AfterEachCallback {

  private final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();

  @Override
  public void beforeEach(ExtensionContext context) {
    mongo.beforeEach(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    mongo.afterEach(context);
  }

  MongoDatabase database() {
    return mongo.database();
  }

  MongoWrites writes() {
    return writes;
  }

  ReadModels readModels() {
    SourceEvents events = new SourceEvents(mongo.database());
    TextMatches matches = new TextMatches(events);
    return new ReadModels(
        new MongoEventLogStore(events, matches, writes),
        new MongoSearchIndex(events, writes),
        new MongoIntegrationEventStore(new IntegrationEvents(mongo.database(), matches), writes),
        new MongoCommunicationLogStore(mongo.database(), writes),
        new MongoSubscriptionViewStore(mongo.database(), writes),
        new MongoDeadLetterStore(mongo.database(), writes),
        new MongoRegistryStore(mongo.database(), writes));
  }
}
