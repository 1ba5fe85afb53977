package factory.integration.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/settings.md} with the settings that there are. */
class SettingsTableTests {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(platform\\.[^`]+)` \\| ([^|]+?) \\|");

  private final Map<String, String> settings = Settings.ofPlatform();
  private final Map<String, String> table = new TreeMap<>();

  SettingsTableTests() {
    Matcher rows = ROW.matcher(ProjectFiles.ofProject("docs/settings.md"));
    while (rows.find()) {
      table.put(rows.group(1), documentedDefault(rows.group(2)));
    }
  }

  @Test
  void namesEverySettingAndNoOther() {
    assertThat(table.keySet()).containsExactlyElementsOf(settings.keySet());
  }

  @Test
  void givesTheDefaults() {
    settings.forEach(
        (name, value) -> assertThat(table.get(name)).as("default of %s", name).isEqualTo(value));
  }

  /** What stands before a remark, without the words for "there is none". */
  private static String documentedDefault(String cell) {
    String value = cell.split(";")[0].replace("`", "").strip();
    return switch (value) {
      case "none", "made up", "false" -> "";
      default -> value;
    };
  }
}
