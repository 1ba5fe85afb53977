package factory.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;

/** Each processing group is a constant, and belongs to one class. */
class ProcessingGroupTests {

  @Test
  void eachConstantIsUsedByExactlyOneClass() throws IllegalAccessException {
    List<String> used =
        Production.classes().stream()
            .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
            .map(ProcessingGroupTests::groupOf)
            .toList();
    List<String> constants =
        new ArrayList<>(constants(factory.integration.saga.ProcessingGroups.class));
    constants.addAll(constants(factory.integration.query.ProcessingGroups.class));
    assertThat(used).containsExactlyInAnyOrderElementsOf(constants);
  }

  private static String groupOf(JavaClass type) {
    return type.getAnnotationOfType(ProcessingGroup.class).value();
  }

  private static List<String> constants(Class<?> groups) throws IllegalAccessException {
    List<String> values = new ArrayList<>();
    for (Field field : groups.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        values.add((String) field.get(null));
      }
    }
    return values;
  }
}
