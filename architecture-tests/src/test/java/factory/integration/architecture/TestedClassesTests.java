package factory.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.junit.jupiter.api.Test;

/** What must have a test class of its own, in its own package. */
class TestedClassesTests {

  private static final Path MODULES = Path.of("..");

  @Test
  void everyAggregateSagaAndProjectionHasItsTests() throws IOException {
    Set<String> testClasses = testClasses();
    Set<String> demanded =
        Production.classes().stream()
            .filter(TestedClassesTests::decides)
            .map(type -> type.getName() + "Tests")
            .collect(Collectors.toSet());
    assertThat(demanded).isNotEmpty();
    assertThat(testClasses)
        .as("each aggregate, saga and projection X needs a class XTests in its package")
        .containsAll(demanded);
  }

  private static boolean decides(JavaClass type) {
    return type.getSimpleName().endsWith("Projection")
        || type.getMethods().stream()
            .anyMatch(
                it ->
                    it.isAnnotatedWith(CommandHandler.class)
                        || it.isAnnotatedWith(SagaEventHandler.class))
        || type.getConstructors().stream().anyMatch(it -> it.isAnnotatedWith(CommandHandler.class));
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(MODULES)) {
      return files
          .map(file -> file.toString().replace('\\', '/'))
          .filter(file -> file.contains("/src/test/java/") && file.endsWith(".java"))
          .map(file -> file.substring(file.indexOf("/src/test/java/") + "/src/test/java/".length()))
          .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }
}
