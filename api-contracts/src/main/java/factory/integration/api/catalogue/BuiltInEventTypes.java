package factory.integration.api.catalogue;

import factory.integration.api.sourceevent.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The types that every tenant has, listed entity by entity. */
final class BuiltInEventTypes {

  private static final int SCHEMA_VERSION = 1;

  private final List<EventTypeDescription> types = new ArrayList<>();

  private BuiltInEventTypes() {
    new Entity("order", "orders")
        .has("Created", "A customer placed an order.")
        .has("Updated", "Something about an order changed, such as its status or lines.")
        .deleted("An order was removed.")
        .has("ReadyForPickup", "The goods of an order wait for the customer to collect them.");
    new Entity("cart", "cart")
        .has("Created", "A customer or a clerk began a cart.")
        .has("Updated", "Something about a cart changed, such as its lines or its customer.")
        .deleted("A cart was removed.")
        .has("FullyPaid", "Nothing is left to pay of a cart, so that it can become an order.");
    new Entity("product", "products")
        .has("Created", "A product joined the assortment.")
        .has("Updated", "Something about a product changed, such as its price.")
        .deleted("A product left the assortment.");
    new Entity("transfer", "transfers")
        .has("Created", "Goods are to move from one location to another.")
        .has("Updated", "Something about a transfer changed, such as what has arrived.")
        .deleted("A transfer was removed.");
    new Entity("purchase", "purchases")
        .has("Created", "Goods were ordered from a supplier.")
        .has("Updated", "Something about a purchase changed, such as what was received.")
        .deleted("A purchase was removed.");
    new Entity("fulfillment", "fulfillment")
        .has("Created", "Goods of an order are to be sent to the customer.")
        .has("Updated", "Something about a fulfillment changed, such as its shipment.")
        .deleted("A fulfillment was removed.");
  }

  static List<EventTypeDescription> all() {
    return List.copyOf(new BuiltInEventTypes().types);
  }

  private final class Entity {

    private final String name;
    private final String group;
    private final String schema;
    private final String deletionSchema = CatalogueText.schema("deleted");

    Entity(String name, String group) {
      this.name = name;
      this.group = group;
      this.schema = CatalogueText.schema(name);
    }

    Entity has(String change, String description) {
      return add(change, description, schema);
    }

    /** A deletion leaves little to say, whatever was deleted. */
    Entity deleted(String description) {
      return add("Deleted", description, deletionSchema);
    }

    private Entity add(String change, String description, String schema) {
      String type = name + change;
      types.add(
          new EventTypeDescription(
              new EventType(type),
              name + "." + change.substring(0, 1).toLowerCase(Locale.ROOT) + change.substring(1),
              group,
              description,
              SCHEMA_VERSION,
              false,
              schema,
              CatalogueText.example(type)));
      return this;
    }
  }
}
