package factory.integration.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A titled table of figures and values, printed as Markdown with aligned columns. */
public final class Table {

  private record Row(String figure, String value) {}

  private final String title;
  private final List<Row> rows = new ArrayList<>();

  public Table(String title) {
    this.title = title;
  }

  /** Adds a row whose value is formatted as by {@link String#format}. */
  public Table row(String figure, String format, Object... values) {
    rows.add(new Row(figure, String.format(Locale.ROOT, format, values)));
    return this;
  }

  @Override
  public String toString() {
    int left = rows.stream().mapToInt(row -> row.figure().length()).max().orElse(0);
    int right = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
    String line = "| %-" + Math.max(left, 6) + "s | %-" + Math.max(right, 5) + "s |%n";
    StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
    text.append(line.formatted("Figure", "Value"));
    text.append(line.formatted("---", "---"));
    rows.forEach(row -> text.append(line.formatted(row.figure(), row.value())));
    return text.toString();
  }
}
