package factory.integration.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static factory.integration.architecture.Production.ADAPTER;
import static factory.integration.architecture.Production.API;
import static factory.integration.architecture.Production.COMMAND;
import static factory.integration.architecture.Production.GATEWAY;
import static factory.integration.architecture.Production.QUERY;
import static factory.integration.architecture.Production.ROOT;
import static factory.integration.architecture.Production.SAGA;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = ROOT, importOptions = Production.class)
class ModuleRulesTests {

  @ArchTest
  static final ArchRule commandKnowsTheContractsOnly =
      noClasses()
          .that()
          .resideInAPackage(COMMAND)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SAGA, QUERY, GATEWAY, ADAPTER)
          .because("modules meet in the contracts");

  @ArchTest
  static final ArchRule sagasKnowTheContractsOnly =
      noClasses()
          .that()
          .resideInAPackage(SAGA)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, QUERY, GATEWAY, ADAPTER)
          .because("modules meet in the contracts");

  @ArchTest
  static final ArchRule queriesKnowTheContractsOnly =
      noClasses()
          .that()
          .resideInAPackage(QUERY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, SAGA, GATEWAY, ADAPTER)
          .because("modules meet in the contracts");

  @ArchTest
  static final ArchRule theGatewayKnowsTheContractsOnly =
      noClasses()
          .that()
          .resideInAPackage(GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, SAGA, QUERY, ADAPTER)
          .because("modules meet in the contracts");

  @ArchTest
  static final ArchRule adaptersDontKnowEachOther =
      slices()
          .matching(ROOT + ".adapter.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".adapter.axon"))
          .because("an adapter can be replaced alone; what Axon needs of each is not one");

  @ArchTest
  static final ArchRule contractsAreFreeOfTechnology =
      classes()
          .that()
          .resideInAPackage(API)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              API,
              "java..",
              "org.jspecify.annotations",
              "com.fasterxml.jackson.annotation",
              "org.axonframework.modelling.command",
              "org.axonframework.serialization")
          .because("consumers must not inherit our libraries");

  @ArchTest
  static final ArchRule decisionsAreFreeOfTechnology =
      noClasses()
          .that()
          .resideInAnyPackage(COMMAND, SAGA)
          .and()
          .haveSimpleNameNotEndingWith("Configuration")
          .and()
          .haveSimpleNameNotEndingWith("Properties")
          .and()
          .haveSimpleNameNotEndingWith("Lifecycle")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "com.mongodb..",
              "jakarta.jms..",
              "java.net.http..",
              "org.apache.hc..",
              "java.sql..")
          .because("what the platform decides must not depend on what it runs on");

  @ArchTest
  static final ArchRule featuresOfContractsAndCommandsAreIndependent =
      slices()
          .matching(ROOT + ".command.(*)..")
          .should()
          .notDependOnEachOther()
          .because("an aggregate is a boundary");

  @ArchTest
  static final ArchRule featuresOfSagasAreFreeOfCycles =
      slices().matching(ROOT + ".saga.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresOfQueriesAreFreeOfCycles =
      slices().matching(ROOT + ".query.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresOfTheGatewayAreFreeOfCycles =
      slices().matching(ROOT + ".gateway.(*)..").should().beFreeOfCycles();
}
