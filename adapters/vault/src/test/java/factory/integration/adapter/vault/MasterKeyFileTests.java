package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTests {

  @TempDir private Path parent;
  private Path data;
  private MasterKeyFile file;

  @BeforeEach
  void namesADirectoryThatDoesNotExist() {
    data = parent.resolve("platform").resolve("data");
    file = new MasterKeyFile(data);
  }

  @Test
  void hasNoKeyAtFirst() {
    assertThat(file.read()).isEmpty();
  }

  @Test
  void keepsTheKeyForItsOwnerAlone() throws IOException {
    MasterKey key = file.keep(newKey());

    assertThat(data).isDirectoryContaining("glob:**/master-key");
    assertThat(data.resolve("master-key")).hasContent(key.toBase64() + "\n");
    assertThat(Files.getPosixFilePermissions(data.resolve("master-key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void givesTheSameKeyAfterARestart() {
    MasterKey key = file.keep(newKey());

    assertThat(new MasterKeyFile(data).read().orElseThrow()).hasToString(key.toString());
  }

  @Test
  void neverReplacesAKey() {
    MasterKey first = file.keep(newKey());

    assertThat(file.keep(newKey())).hasToString(first.toString());
  }

  @Test
  void agreesOnOneKeyWhenManyStartAtOnce() throws Exception {
    Callable<String> starter = () -> new MasterKeyFile(data).keep(newKey()).toString();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(Collections.nCopies(8, starter)))
          .map(Future::get)
          .containsOnly(new MasterKeyFile(data).read().orElseThrow().toString());
    }
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    file.keep(newKey());
    file.keep(newKey());

    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("master-key"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "\u00ff\u00fe not a key"})
  void saysWhatToDoAboutADamagedFile(String text) throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("master-key"), text);

    assertThatThrownBy(file::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(file.toString(), "backup", "platform.vault.master-key")
        .hasMessageNotContainingAny("c2hvcnQ=");
  }

  @Test
  void saysWhatToDoAboutAnUnreadableFile() throws IOException {
    Files.createDirectories(data.resolve("master-key"));

    assertThatThrownBy(file::read)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll(file.toString(), "platform.vault.master-key");
  }

  @Test
  void saysWhatToDoWhenItCannotWrite() throws IOException {
    Files.writeString(parent.resolve("platform"), "a file where a directory should be");

    assertThatThrownBy(() -> file.keep(newKey()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll(file.toString(), "write", "platform.vault.master-key");
  }

  private static MasterKey newKey() {
    return MasterKey.generate(new SecureRandom());
  }
}
