package factory.integration.adapter.sqlite.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The directory of the embedded store, held by this process alone until it is closed. */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK_FILE = "lock";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Creates the directory, readable by its owner alone, unless it exists, and locks it. */
  static DataDirectory open(Path path) {
    try {
      Files.createDirectories(path, ownerOnly("rwx------"));
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            "the data directory %s is used by another running platform; stop that one or choose"
                    .formatted(path)
                + " another directory with platform.data-dir");
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  private static UncheckedIOException notWritable(Path path, IOException cause) {
    return new UncheckedIOException(
        "the data directory %s cannot be written (%s); choose another one with platform.data-dir"
            .formatted(path, cause),
        cause);
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The file of that name, created empty and for its owner alone unless it exists. */
  Path file(String name) {
    Path file = path.resolve(name);
    try {
      return Files.createFile(file, ownerOnly("rw-------"));
    } catch (FileAlreadyExistsException e) {
      return file;
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
