package factory.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds for each package. */
class PackageTests {

  private static final JavaClasses CLASSES = Production.classes();

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages().filter(p -> !p.isAnnotatedWith(NullMarked.class)).toList()).isEmpty();
  }

  @Test
  void packagesAreAtMostThreeLevelsDeep() {
    List<String> tooDeep =
        packages()
            .map(JavaPackage::getName)
            .filter(name -> name.split("\\.").length > 2 + 3)
            .toList();
    assertThat(tooDeep).isEmpty();
  }

  private static Stream<JavaPackage> packages() {
    return CLASSES.stream().map(JavaClass::getPackage).distinct();
  }
}
