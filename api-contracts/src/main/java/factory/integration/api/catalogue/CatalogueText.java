package factory.integration.api.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the JSON texts that stand beside these classes. */
final class CatalogueText {

  private CatalogueText() {}

  static String schema(String name) {
    return read(name + ".schema.json");
  }

  static String example(String name) {
    return read(name + ".example.json");
  }

  private static String read(String file) {
    try (InputStream text = CatalogueText.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException("the catalogue lacks its file " + file);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue's file " + file + " cannot be read", e);
    }
  }
}
