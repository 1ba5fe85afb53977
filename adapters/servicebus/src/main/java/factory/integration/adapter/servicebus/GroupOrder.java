package factory.integration.adapter.servicebus;

import factory.integration.saga.publication.OutgoingMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts messages into waves with at most one of each group. A wave leaves when the one before is
 * acknowledged, so that a message which the bus refuses is never overtaken by its successor.
 */
final class GroupOrder {

  private GroupOrder() {}

  static List<List<OutgoingMessage>> waves(List<OutgoingMessage> messages) {
    Map<String, Integer> seen = HashMap.newHashMap(messages.size());
    List<List<OutgoingMessage>> waves = new ArrayList<>();
    for (OutgoingMessage message : messages) {
      int wave = seen.merge(message.groupId(), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(message);
    }
    return waves;
  }
}
