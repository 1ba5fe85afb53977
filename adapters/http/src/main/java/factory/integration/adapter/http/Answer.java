package factory.integration.adapter.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * What an endpoint answered.
 *
 * @param headers names in lower case; several values of a name joined by a comma and a space
 */
record Answer(int status, Map<String, String> headers, AnswerBody body) {

  static Answer read(ClassicHttpResponse response) {
    return new Answer(response.getCode(), headers(response), AnswerBody.read(response));
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      String value = header.getValue() == null ? "" : header.getValue();
      headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
    }
    return headers;
  }
}
