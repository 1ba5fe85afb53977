package factory.integration.adapter.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file {@code master-key} in the data directory: base64 of the key, for its owner alone. */
final class MasterKeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  MasterKeyFile(Path dataDirectory) {
    this.path = dataDirectory.resolve("master-key").toAbsolutePath().normalize();
  }

  /** The key, or empty when there is no file. */
  Optional<MasterKey> read() {
    try {
      String text = Files.readString(path, StandardCharsets.ISO_8859_1);
      warnWhenOthersMayRead();
      return Optional.of(MasterKey.parse(text).orElseThrow(this::damaged));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the master key in "
              + path
              + "; let the platform's user read this file, or set platform.vault.master-key",
          e);
    }
  }

  /** Keeps the key durably unless a file appeared meanwhile, and answers what the file holds. */
  MasterKey keep(MasterKey key) {
    try {
      Files.createDirectories(path.getParent());
      Path draft = Files.createTempFile(path.getParent(), "master-key", ".new", ownerOnly());
      try {
        write(draft, key);
        publish(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
      return read().orElseThrow(this::damaged);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write a master key to "
              + path
              + "; let the platform's user write there, or set platform.vault.master-key",
          e);
    }
  }

  private static void write(Path draft, MasterKey key) throws IOException {
    try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer text = StandardCharsets.US_ASCII.encode(key.toBase64() + "\n");
      while (text.hasRemaining()) {
        file.write(text);
      }
      file.force(true);
    }
  }

  /** A link, unlike a move, never replaces a key that another process made meanwhile. */
  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(path, draft);
      LOG.info("Made a master key in {}; back it up, secrets are lost without it", path);
    } catch (FileAlreadyExistsException theOtherCounts) {
      LOG.info("Another process made the master key in {}", path);
    } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }
    if (supportsPosix()) {
      try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  private void warnWhenOthersMayRead() throws IOException {
    if (supportsPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
      LOG.warn("Others than its owner can use {}; run: chmod 600 {}", path, path);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return supportsPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private boolean supportsPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private IllegalStateException damaged() {
    return new IllegalStateException(
        path
            + " does not hold a master key (base64 of 32 bytes); restore the file from a backup, or"
            + " set platform.vault.master-key to the key that it held");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
