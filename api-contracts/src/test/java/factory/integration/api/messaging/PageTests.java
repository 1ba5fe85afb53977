package factory.integration.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PageTests {

  @Test
  void keepsItsItemsWhateverBecomesOfTheList() {
    List<String> items = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(items, null);
    items.add("b");

    assertThat(page.items()).containsExactly("a");
    assertThatThrownBy(() -> page.items().add("c"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void showsTheEndAsANullCursor() {
    assertThat(JsonMapper.builder().build().writeValueAsString(new Page<>(List.of("a"), null)))
        .isEqualTo("{\"items\":[\"a\"],\"nextCursor\":null}");
  }
}
