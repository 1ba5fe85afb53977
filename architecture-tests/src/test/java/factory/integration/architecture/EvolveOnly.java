package factory.integration.architecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What an event sourcing handler may call. */
final class EvolveOnly {

  private EvolveOnly() {}

  static ArchCondition<JavaMethod> callAccessorsAndValues() {
    return new ArchCondition<>("call accessors, value types and the JDK's collections only") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getCallsFromSelf().stream()
            .filter(call -> !isHarmless(method, call))
            .map(call -> SimpleConditionEvent.violated(method, call.getDescription()))
            .forEach(events::add);
        events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
      }
    };
  }

  private static boolean isHarmless(JavaMethod method, JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    return owner.equals(method.getOwner())
        || owner.isRecord()
        || owner.isEnum()
        || owner.getPackageName().startsWith("java.")
        || call.getTarget().getName().equals("markDeleted");
  }
}
