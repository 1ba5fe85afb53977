package factory.integration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static factory.integration.architecture.Production.API;
import static factory.integration.architecture.Production.COMMAND;
import static factory.integration.architecture.Production.QUERY;
import static factory.integration.architecture.Production.ROOT;
import static factory.integration.architecture.Production.SAGA;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import factory.integration.api.apiclient.ApiClientCommand;
import factory.integration.api.apiclient.ApiClientEvent;
import factory.integration.api.connection.ConnectionCommand;
import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.credential.CredentialCommand;
import factory.integration.api.credential.CredentialEvent;
import factory.integration.api.delivery.DeliveryCommand;
import factory.integration.api.delivery.DeliveryEvent;
import factory.integration.api.inbound.InboundSourceCommand;
import factory.integration.api.inbound.InboundSourceEvent;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.provider.ProviderCommand;
import factory.integration.api.provider.ProviderEvent;
import factory.integration.api.run.RunCommand;
import factory.integration.api.run.RunEvent;
import factory.integration.api.sourceevent.SourceEventCommand;
import factory.integration.api.sourceevent.SourceEventEvent;
import factory.integration.api.subscription.SubscriptionCommand;
import factory.integration.api.subscription.SubscriptionEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;

/** How messages look, and where they are handled. */
@AnalyzeClasses(packages = ROOT, importOptions = Production.class)
class MessageRulesTests {

  private static final DescribedPredicate<JavaClass> EVENTS =
      JavaClass.Predicates.assignableTo(DeliveryEvent.class)
          .or(JavaClass.Predicates.assignableTo(SourceEventEvent.class))
          .or(JavaClass.Predicates.assignableTo(SubscriptionEvent.class))
          .or(JavaClass.Predicates.assignableTo(InboundSourceEvent.class))
          .or(JavaClass.Predicates.assignableTo(CredentialEvent.class))
          .or(JavaClass.Predicates.assignableTo(ApiClientEvent.class))
          .or(JavaClass.Predicates.assignableTo(ProviderEvent.class))
          .or(JavaClass.Predicates.assignableTo(RunEvent.class))
          .or(JavaClass.Predicates.assignableTo(ConnectionEvent.class))
          .or(JavaClass.Predicates.assignableTo(PublishedEvent.class))
          .and(DescribedPredicate.not(JavaClass.Predicates.INTERFACES))
          .as("events");

  private static final DescribedPredicate<JavaClass> MESSAGES =
      JavaClass.Predicates.assignableTo(DeliveryCommand.class)
          .or(JavaClass.Predicates.assignableTo(SourceEventCommand.class))
          .or(JavaClass.Predicates.assignableTo(SubscriptionCommand.class))
          .or(JavaClass.Predicates.assignableTo(InboundSourceCommand.class))
          .or(JavaClass.Predicates.assignableTo(CredentialCommand.class))
          .or(JavaClass.Predicates.assignableTo(ApiClientCommand.class))
          .or(JavaClass.Predicates.assignableTo(ProviderCommand.class))
          .or(JavaClass.Predicates.assignableTo(RunCommand.class))
          .or(JavaClass.Predicates.assignableTo(ConnectionCommand.class))
          .and(DescribedPredicate.not(JavaClass.Predicates.INTERFACES))
          .or(EVENTS)
          .as("messages");

  private static final DescribedPredicate<JavaClass> AGGREGATES =
      having(AggregateIdentifier.class).as("aggregates");

  private static final DescribedPredicate<JavaClass> SAGAS =
      handling(SagaEventHandler.class).as("sagas");

  private static final DescribedPredicate<JavaClass> EVENT_HANDLING =
      handling(EventHandler.class).as("classes with event handlers");

  @ArchTest
  static final ArchRule messagesAreRecordsOfTheContracts =
      classes().that(MESSAGES).should().beRecords().andShould().resideInAPackage(API);

  @ArchTest
  static final ArchRule messagesSayWhatTheyAreWithoutSuffix =
      noClasses()
          .that()
          .resideInAPackage(API)
          .and()
          .areRecords()
          .should()
          .haveNameMatching(".*(Command|Query|DTO)")
          .because("imperative and Find/Get say it already");

  @ArchTest
  static final ArchRule eventsSayWhatHappened =
      noClasses()
          .that(EVENTS)
          .should()
          .haveSimpleNameEndingWith("Event")
          .because("the past tense says it already");

  @ArchTest
  static final ArchRule commandsAreHandledByAggregates =
      methods()
          .that()
          .areAnnotatedWith(CommandHandler.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage(COMMAND);

  @ArchTest
  static final ArchRule sagaEventsAreHandledBySagas =
      methods()
          .that()
          .areAnnotatedWith(SagaEventHandler.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage(SAGA);

  @ArchTest
  static final ArchRule queriesAreHandledOnTheQuerySide =
      methods()
          .that()
          .areAnnotatedWith(QueryHandler.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage(QUERY);

  @ArchTest
  static final ArchRule projectionsAnswerNoQueries =
      noMethods()
          .that()
          .areDeclaredInClassesThat(EVENT_HANDLING)
          .should()
          .beAnnotatedWith(QueryHandler.class);

  @ArchTest
  static final ArchRule aggregatesAndSagasKeepTheirStateToThemselves =
      fields().that().areDeclaredInClassesThat(AGGREGATES.or(SAGAS)).should().notBePublic();

  @ArchTest
  static final ArchRule aggregatesAndSagasAreHidden =
      classes().that(AGGREGATES.or(SAGAS)).should().bePackagePrivate();

  @ArchTest
  static final ArchRule aggregatesAndSagasHaveNoGetters =
      noMethods()
          .that()
          .areDeclaredInClassesThat(AGGREGATES.or(SAGAS))
          .should()
          .haveNameMatching("get[A-Z].*");

  @ArchTest
  static final ArchRule evolvingOnlyAssigns =
      methods()
          .that()
          .areAnnotatedWith(EventSourcingHandler.class)
          .should(EvolveOnly.callAccessorsAndValues())
          .because("replaying must decide nothing, log nothing and reach nothing outside");

  @ArchTest
  static final ArchRule projectionsCanBeReset =
      classes()
          .that(EVENT_HANDLING)
          .and()
          .resideInAPackage(QUERY)
          .should(Declares.aMethodAnnotatedWith(ResetHandler.class));

  @ArchTest
  static final ArchRule automationsAreNotReplayed =
      classes()
          .that(EVENT_HANDLING)
          .and()
          .resideOutsideOfPackage(QUERY)
          .should()
          .beAnnotatedWith(DisallowReplay.class)
          .because("a rebuild must call nobody");

  @ArchTest
  static final ArchRule aggregatesAreBuiltByAxon =
      constructors().that().areDeclaredInClassesThat(AGGREGATES).should().notBePublic();

  private static DescribedPredicate<JavaClass> handling(
      Class<? extends java.lang.annotation.Annotation> annotation) {
    return DescribedPredicate.describe(
        "classes with @" + annotation.getSimpleName(),
        type -> anyAnnotated(type.getMethods(), annotation));
  }

  private static DescribedPredicate<JavaClass> having(
      Class<? extends java.lang.annotation.Annotation> annotation) {
    return DescribedPredicate.describe(
        "classes with @" + annotation.getSimpleName(),
        type -> anyAnnotated(type.getFields(), annotation));
  }

  private static boolean anyAnnotated(
      java.util.Set<? extends JavaMember> members,
      Class<? extends java.lang.annotation.Annotation> annotation) {
    return members.stream().anyMatch(member -> member.isAnnotatedWith(annotation));
  }
}
