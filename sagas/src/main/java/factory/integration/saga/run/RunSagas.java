package factory.integration.saga.run;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaInitializationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Starts and finds sagas for failures of runs only. Where a failure of anything else has no run,
 * Axon would start a saga that is associated with nothing.
 */
final class RunSagas extends AnnotatedSagaManager<IntegrationRunRetrySaga> {

  RunSagas(Builder<IntegrationRunRetrySaga> builder) {
    super(builder);
  }

  @Override
  protected SagaInitializationPolicy getSagaCreationPolicy(EventMessage<?> event) {
    SagaInitializationPolicy policy = super.getSagaCreationPolicy(event);
    return isOfSomething(policy.getInitialAssociationValue())
        ? policy
        : SagaInitializationPolicy.NONE;
  }

  @Override
  protected Set<AssociationValue> extractAssociationValues(EventMessage<?> event) {
    return super.extractAssociationValues(event).stream()
        .filter(RunSagas::isOfSomething)
        .collect(Collectors.toSet());
  }

  private static boolean isOfSomething(@Nullable AssociationValue association) {
    return association != null && association.getValue() != null;
  }
}
