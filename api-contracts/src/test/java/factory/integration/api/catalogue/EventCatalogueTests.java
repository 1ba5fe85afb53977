package factory.integration.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.sourceevent.EventType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventCatalogueTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static List<EventTypeDescription> types() {
    return EventCatalogue.all();
  }

  @Test
  void listsTheTwentyTypes() {
    assertThat(types())
        .extracting(type -> type.name().value())
        .containsExactly(
            "orderCreated",
            "orderUpdated",
            "orderDeleted",
            "orderReadyForPickup",
            "cartCreated",
            "cartUpdated",
            "cartDeleted",
            "cartFullyPaid",
            "productCreated",
            "productUpdated",
            "productDeleted",
            "transferCreated",
            "transferUpdated",
            "transferDeleted",
            "purchaseCreated",
            "purchaseUpdated",
            "purchaseDeleted",
            "fulfillmentCreated",
            "fulfillmentUpdated",
            "fulfillmentDeleted");
  }

  @Test
  void usesNoNameTwice() {
    assertThat(types().stream().flatMap(type -> Stream.of(type.name().value(), type.alias())))
        .doesNotHaveDuplicates();
  }

  @Test
  void filesEveryTypeUnderOneOfSixGroups() {
    assertThat(types())
        .extracting(EventTypeDescription::group)
        .containsOnly("orders", "cart", "products", "transfers", "purchases", "fulfillment");
  }

  @ParameterizedTest
  @CsvSource({
    "order.created, orderCreated",
    "order.readyForPickup, orderReadyForPickup",
    "cart.fullyPaid, cartFullyPaid",
    "fulfillment.deleted, fulfillmentDeleted",
    "productUpdated, productUpdated",
    "order.Created, order.Created",
    "invoice.sent, invoice.sent"
  })
  void resolvesAliasesAndKeepsOtherNames(String given, String expected) {
    assertThat(EventCatalogue.resolve(given)).isEqualTo(new EventType(expected));
  }

  @Test
  void refusesToResolveWhatIsNoEventType() {
    assertThatThrownBy(() -> EventCatalogue.resolve("not a type"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsByNameAndByAlias() {
    assertThat(EventCatalogue.find("cart.created"))
        .isPresent()
        .isEqualTo(EventCatalogue.find("cartCreated"));
    assertThat(EventCatalogue.find("invoiceSent")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void givesASchemaThatIsOne(EventTypeDescription type) {
    assertThat(SchemaCheck.errorsOfSchema(type.schema())).isEmpty();
    assertThat(MAPPER.readTree(type.schema()).get("$schema").stringValue()).contains("2020-12");
  }

  @ParameterizedTest
  @MethodSource("types")
  void givesAnExampleThatMeetsTheSchema(EventTypeDescription type) {
    assertThat(SchemaCheck.errors(type.schema(), type.example())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void describesEveryFieldOfTheExample(EventTypeDescription type) {
    assertThat(MAPPER.readTree(type.schema()).get("properties").propertyNames())
        .containsAll(MAPPER.readTree(type.example()).propertyNames());
  }

  @ParameterizedTest
  @MethodSource("types")
  void takesDataOfNothingButAnId(EventTypeDescription type) {
    assertThat(SchemaCheck.errors(type.schema(), "{\"id\":\"o-1\"}")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void refusesAnExampleWithoutItsId(EventTypeDescription type) {
    ObjectNode broken = (ObjectNode) MAPPER.readTree(type.example());
    broken.remove("id");

    assertThat(SchemaCheck.errors(type.schema(), broken.toString())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void refusesAnExampleWithOneBrokenField(EventTypeDescription type) {
    JsonNode example = MAPPER.readTree(type.example());

    assertThat(example.propertyNames())
        .allSatisfy(
            field -> {
              ObjectNode broken = ((ObjectNode) example.deepCopy()).put(field, true);
              assertThat(SchemaCheck.errors(type.schema(), broken.toString())).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("types")
  void showsSchemaAndExampleAsJson(EventTypeDescription type) {
    JsonNode shown = MAPPER.readTree(MAPPER.writeValueAsString(type));

    assertThat(shown.get("name").stringValue()).isEqualTo(type.name().value());
    assertThat(shown.get("schema")).isEqualTo(MAPPER.readTree(type.schema()));
    assertThat(shown.get("example")).isEqualTo(MAPPER.readTree(type.example()));
  }
}
