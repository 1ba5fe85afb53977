package factory.integration.adapter.sqlite.view;

import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.RunViewsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRunViewsTests extends RunViewsContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }
}
