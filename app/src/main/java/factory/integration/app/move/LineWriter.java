package factory.integration.app.move;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes an export: JSON, a line each, compressed by gzip, readable by its owner alone. */
final class LineWriter implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build()
          .writerFor(Line.class);

  private final OutputStream out;
  private long keys;
  private long secrets;
  private long events;

  /**
   * @throws java.nio.file.FileAlreadyExistsException when the file is there: nothing is replaced
   */
  LineWriter(Path file) throws IOException {
    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW).close();
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    this.out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER);
  }

  void write(Line line) throws IOException {
    switch (line) {
      case Line.Key _ -> keys++;
      case Line.Secret _ -> secrets++;
      case Line.Event _ -> events++;
      case Line.Header _, Line.PublishedUpToHere _, Line.End _ -> {}
    }
    JSON.writeValue(out, line);
    out.write('\n');
  }

  /** Writes the last line and answers it. */
  Line.End end() throws IOException {
    Line.End end = new Line.End(keys, secrets, events);
    write(end);
    return end;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
