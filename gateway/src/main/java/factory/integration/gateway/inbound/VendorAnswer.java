package factory.integration.gateway.inbound;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.inbound.InboundResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a vendor is answered. */
record VendorAnswer(int status, @Nullable String contentType, String body) {

  private static final int OK = 200;

  /** What the source has chosen, else the delivery's id as JSON. */
  static VendorAnswer of(
      @Nullable InboundResponse chosen, DeliveryId deliveryId, boolean duplicate) {
    if (chosen == null) {
      String body = "{\"deliveryId\":\"" + deliveryId + "\",\"duplicate\":" + duplicate + "}";
      return new VendorAnswer(OK, "application/json", body);
    }
    String body = chosen.body() == null ? "" : chosen.body();
    return new VendorAnswer(chosen.status(), chosen.contentType(), body);
  }

  /** A text that the vendor wants to hear again. */
  static VendorAnswer text(String body) {
    return new VendorAnswer(OK, "text/plain", body);
  }

  Map<String, String> headers() {
    return contentType == null ? Map.of() : Map.of("content-type", contentType);
  }
}
