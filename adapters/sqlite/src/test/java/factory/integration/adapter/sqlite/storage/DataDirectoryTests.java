package factory.integration.adapter.sqlite.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTests {

  @TempDir Path parent;

  @Test
  void createsADirectoryForItsOwnerAlone() throws IOException {
    Path path = parent.resolve("a/b");

    try (DataDirectory directory = DataDirectory.open(path)) {
      assertThat(directory.file("x.db")).isEqualTo(path.resolve("x.db"));
      assertThat(permissions(path)).isEqualTo("rwx------");
      assertThat(permissions(path.resolve("x.db"))).isEqualTo("rw-------");
      assertThat(directory.file("x.db")).exists();
    }
  }

  @Test
  void refusesADirectoryInUse() throws IOException {
    try (DataDirectory _ = DataDirectory.open(parent)) {
      assertThatThrownBy(() -> DataDirectory.open(parent))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another running platform")
          .hasMessageContaining("platform.data-dir");
    }
    DataDirectory.open(parent).close();
  }

  @Test
  void saysWhatToDoWhenItCannotBeWritten() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("platform.data-dir");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
