package factory.integration.adapter.mongo.view;

import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.RunViewsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoRunViewsTests extends RunViewsContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }
}
