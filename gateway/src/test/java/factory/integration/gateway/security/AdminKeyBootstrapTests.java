package factory.integration.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.gateway.fixture.MemoryKeyStore;
import factory.integration.gateway.fixture.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AdminKeyBootstrapTests {

  @TempDir Path directory;

  private final MemoryKeyStore store = new MemoryKeyStore();
  private final MovableClock clock = new MovableClock();
  private final ApiKeys keys =
      new ApiKeys(store, new KeyCache(store, System::nanoTime), new UniqueIds(clock), clock);
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("data").resolve("admin-key");
  }

  private void start(@Nullable String configured) {
    new AdminKeyBootstrap(keys, store, configured, directory.resolve("data"))
        .afterSingletonsInstantiated();
  }

  @Test
  void makesAKeyForAnEmptyStore(CapturedOutput output) throws IOException {
    start(null);
    String text = Files.readString(file).strip();
    assertThat(text).matches("key_[A-Za-z0-9_-]{43}");
    assertThat(keys.valid(text))
        .hasValueSatisfying(key -> assertThat(key.scopes()).contains("admin"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(output).contains(file.toString()).doesNotContain(text);
  }

  @Test
  void leavesAFilledStoreAlone() throws IOException {
    start(null);
    String text = Files.readString(file);
    start(null);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void takesTheConfiguredKey(CapturedOutput output) {
    start("configured-admin-key");
    assertThat(keys.valid("configured-admin-key")).isPresent();
    assertThat(file).doesNotExist();
    assertThat(output).doesNotContain("configured-admin-key");
  }

  @Test
  void replacesTheFormerKey() throws IOException {
    start(null);
    String made = Files.readString(file).strip();
    start("configured-admin-key-1");
    start("configured-admin-key-2");
    assertThat(keys.valid(made)).isEmpty();
    assertThat(keys.valid("configured-admin-key-1")).isEmpty();
    assertThat(keys.valid("configured-admin-key-2")).isPresent();
    assertThat(file).doesNotExist();
  }

  @EnableConfigurationProperties(SecurityProperties.class)
  static class Settings {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a space in between", "schl\u00fcssel-mit-umlaut"})
  void refusesAnUnusableKeyWithoutShowingIt(String key) {
    runner
        .withPropertyValues("platform.admin-key=" + key)
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("PLATFORM_ADMIN_KEY")
                    .hasMessageNotContaining(key));
  }

  @Test
  void readsTheEnvironmentVariable() {
    runner
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new org.springframework.core.env.SystemEnvironmentPropertySource(
                            "systemEnvironment",
                            java.util.Map.of("PLATFORM_ADMIN_KEY", "from-the-environment"))))
        .run(
            context -> {
              SecurityProperties properties = context.getBean(SecurityProperties.class);
              assertThat(properties.adminKey()).isEqualTo("from-the-environment");
              assertThat(properties.toString()).doesNotContain("from-the-environment");
            });
  }

  @Test
  void failsWithAClearMessageWhereItCantWrite() throws IOException {
    Files.writeString(directory.resolve("data"), "in the way");
    assertThatThrownBy(() -> start(null)).hasMessageContaining("admin-key");
    assertThat(store.isEmpty()).isTrue();
  }
}
