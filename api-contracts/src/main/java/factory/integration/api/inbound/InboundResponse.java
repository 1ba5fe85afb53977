package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor is answered once its webhook is kept, the first time and any other.
 *
 * @param status 200 to 299
 * @param contentType absent where there is no body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundResponse(int status, @Nullable String contentType, @Nullable String body) {}
