package factory.integration.app.move;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads an export, line by line; numbers keep their spelling as far as JSON has values for it. */
final class LineReader implements AutoCloseable {

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(Line.class);

  private final BufferedReader in;
  private final Path file;
  private long number;

  LineReader(Path file) throws IOException {
    this.file = file;
    this.in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  /** The next line, or null behind the last one. */
  @Nullable Line next() throws IOException {
    String text = in.readLine();
    number++;
    try {
      return text == null ? null : JSON.readValue(text);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "line %d of %s is no line of an export".formatted(number, file), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
