package factory.integration.app.catalog;

import factory.integration.adapter.jsonata.JsonataAutoConfiguration;
import factory.integration.adapter.jsonschema.JsonSchemaAutoConfiguration;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.api.provider.BaseUrl;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.operation.ComposedRequest;
import factory.integration.saga.operation.OperationComposer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An entry of the catalog, with all that runs its operations but the calls. */
final class Entry {

  private static final String WHERE = "/factory/integration/gateway/providercatalog/";

  private static final AnnotationConfigApplicationContext ADAPTERS = adapters();
  private static final JsonMapping MAPPING = ADAPTERS.getBean(JsonMapping.class);

  private final JsonNode json;
  private final JsonSchemaCheck schemas = ADAPTERS.getBean(JsonSchemaCheck.class);
  private final OperationComposer composer = new OperationComposer(MAPPING);
  private final AnswerReader answers = new AnswerReader(MAPPING);

  Entry(String name) {
    try (InputStream text = Entry.class.getResourceAsStream(WHERE + name + ".json")) {
      this.json = JsonMapper.shared().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AnnotationConfigApplicationContext adapters() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, Clock::systemUTC);
    context.register(JsonataAutoConfiguration.class, JsonSchemaAutoConfiguration.class);
    context.refresh();
    return context;
  }

  List<String> capabilities() {
    return json.at("/provider/capabilities").values().stream().map(JsonNode::asString).toList();
  }

  List<String> operations() {
    return json.at("/client/operations").values().stream()
        .map(operation -> operation.path("name").asString())
        .toList();
  }

  ApiOperation operation(String name) {
    for (JsonNode operation : json.at("/client/operations")) {
      if (operation.path("name").asString().equals(name)) {
        ObjectNode form = ((ObjectNode) operation).deepCopy();
        form.put("inputSchema", operation.path("inputSchema").toString());
        return JsonMapper.shared().treeToValue(form, ApiOperation.class);
      }
    }
    throw new IllegalArgumentException("no operation " + name);
  }

  /** What the operation's schema finds wrong with the input. */
  List<String> violations(String name, String input) {
    return schemas.violations(operation(name).inputSchema(), input);
  }

  ComposedRequest request(String name, String input) {
    String base = json.at("/provider/baseUrl").asString("https://api.example.com");
    return composer.compose(new BaseUrl(base), operation(name), input, "key-1");
  }

  AnswerReader.ReadAnswer answer(String name, int status, String body) {
    return answers.read(operation(name), status, body);
  }

  String result(String name, String body) {
    return answers.result(operation(name), body);
  }
}
