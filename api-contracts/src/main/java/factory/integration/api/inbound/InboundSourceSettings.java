package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be chosen for an inbound source.
 *
 * @param publish whether what comes in is accepted as a source event that fans out
 * @param ownerId fans out to the subscriptions of this owner only
 * @param response absent: the delivery's id as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundSourceSettings(
    @Nullable String name,
    InboundVerification verification,
    InboundMapping mapping,
    boolean publish,
    @Nullable String ownerId,
    @Nullable InboundResponse response) {}
