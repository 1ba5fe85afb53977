package factory.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file is as google-java-format writes it. With {@code -Dformat=apply} the files are
 * rewritten instead. It stands here and not in a Maven plugin, since the formatter needs the parser
 * of the JDK that the code is written for, and Maven may run on an older one.
 */
class SourceFormatTests {

  private static final Path ROOT = Path.of("..");
  private static final Formatter FORMATTER = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws Exception {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        unformatted.add(file);
        applyWhereAsked(file, formatted);
      }
    }
    assertThat(unformatted)
        .as("mvn -pl architecture-tests test -Dtest=SourceFormatTests -Dformat=apply formats them")
        .isEmpty();
  }

  private static void applyWhereAsked(Path file, String formatted) throws IOException {
    if ("apply".equals(System.getProperty("format"))) {
      Files.writeString(file, formatted);
    }
  }

  private static String format(String source) throws FormatterException {
    String imports = ImportOrderer.reorderImports(source, Style.GOOGLE);
    return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(imports));
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
