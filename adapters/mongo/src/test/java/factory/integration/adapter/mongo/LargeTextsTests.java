package factory.integration.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LargeTextsTests {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private LargeTexts texts;

  @BeforeEach
  void open() {
    texts = new LargeTexts(mongo.database(), "texts");
  }

  @Test
  void countsBytesOfUtf8() {
    assertThat(LargeTexts.isLarge("x".repeat(LargeTexts.MAX_INLINE_BYTES))).isFalse();
    assertThat(LargeTexts.isLarge("x".repeat(LargeTexts.MAX_INLINE_BYTES + 1))).isTrue();
    assertThat(LargeTexts.isLarge("ü".repeat(LargeTexts.MAX_INLINE_BYTES / 2 + 1))).isTrue();
  }

  @Test
  void keepsATextThatNoDocumentCouldHold() {
    String text = "grün ".repeat(4 * 1024 * 1024);

    int parts = texts.store(Map.of("a", text)).get("a");

    assertThat(parts).isGreaterThan(1);
    assertThat(texts.find("a", parts)).isEqualTo(text);
  }

  @Test
  void keepsTheFirstTextOfAnId() {
    texts.store(Map.of("a", "first", "b", "other"));
    texts.store(Map.of("a", "second"));

    assertThat(texts.find("a", 1)).isEqualTo("first");
  }

  @Test
  void forgetsEverything() {
    texts.store(Map.of("a", "first"));
    texts.clear();
    texts.store(Map.of("a", "second"));

    assertThat(texts.find("a", 1)).isEqualTo("second");
  }
}
