package factory.integration.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/** Conditions on what a class declares. */
final class Declares {

  private Declares() {}

  static ArchCondition<JavaClass> aMethodAnnotatedWith(Class<? extends Annotation> annotation) {
    return new ArchCondition<>("declare a method with @" + annotation.getSimpleName()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean declares =
            type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(annotation));
        String message = type.getName() + (declares ? " declares" : " does not declare") + " one";
        events.add(new SimpleConditionEvent(type, declares, message));
      }
    };
  }
}
