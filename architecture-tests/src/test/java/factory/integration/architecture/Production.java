package factory.integration.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The platform's own classes: no tests, no contract tests for storage engines. */
final class Production implements ImportOption {

  static final String ROOT = "factory.integration";
  static final String API = ROOT + ".api..";
  static final String COMMAND = ROOT + ".command..";
  static final String SAGA = ROOT + ".saga..";
  static final String QUERY = ROOT + ".query..";
  static final String GATEWAY = ROOT + ".gateway..";
  static final String ADAPTER = ROOT + ".adapter..";

  @Override
  public boolean includes(Location location) {
    return !location.contains("/test-classes/") && !location.contains("/storage/contract/");
  }

  static JavaClasses classes() {
    return new ClassFileImporter().withImportOption(new Production()).importPackages(ROOT);
  }
}
