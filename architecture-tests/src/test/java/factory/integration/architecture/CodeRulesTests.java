package factory.integration.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static factory.integration.architecture.Production.ROOT;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.slf4j.Logger;

/** What code may do, wherever it stands. */
@AnalyzeClasses(packages = ROOT, importOptions = Production.class)
class CodeRulesTests {

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should(callMethod(Instant.class, "now"))
          .orShould(callMethod(LocalDate.class, "now"))
          .orShould(callMethod(LocalDateTime.class, "now"))
          .orShould(callMethod(OffsetDateTime.class, "now"))
          .orShould(callMethod(ZonedDateTime.class, "now"))
          .orShould(callMethod(System.class, "currentTimeMillis"))
          .because("tests move the clock");

  @ArchTest
  static final ArchRule idsComeFromTheFactory =
      noClasses()
          .should(callMethod(UUID.class, "randomUUID"))
          .orShould(callMethod(Math.class, "random"))
          .because("ids sort by time, and chance belongs in one place");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should(callMethod(Thread.class, "sleep", long.class))
          .orShould(callMethod(Thread.class, "sleep", java.time.Duration.class))
          .because("waiting is for a condition");

  @ArchTest
  static final ArchRule theSystemClockIsReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".app")
          .should(callMethod(Clock.class, "systemUTC"))
          .orShould(callMethod(Clock.class, "systemDefaultZone"));

  @ArchTest static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest static final ArchRule noJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule loggersAreConstants =
      fields()
          .that()
          .haveRawType(Logger.class)
          .should()
          .bePrivate()
          .andShould()
          .beStatic()
          .andShould()
          .beFinal();

  @ArchTest
  static final ArchRule namesSayWhatTypesDo =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Helper|Utils?|DTO)")
          .orShould()
          .haveNameMatching(".*[a-z]Manager(?<!TransactionManager)(?<!DeadlineManager)")
          .because("a name that fits everything says nothing; two managers are named by Axon");

  @ArchTest
  static final ArchRule adaptersHideWhatTheyAre =
      classes()
          .that()
          .resideInAPackage(ROOT + ".adapter.*")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .haveNameMatching(".*AutoConfiguration|.*\\.adapter\\.(axon|mongo|sqlite)\\..*")
          .because("others use the ports");
}
