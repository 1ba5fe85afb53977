package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.sourceevent.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is now.
 *
 * @param eventId the event that asked for it; absent where somebody did
 * @param attempts how many were asked for
 * @param input JSON
 * @param result JSON
 * @param detail one sentence about the last failure, or why it does not go on
 * @param requestedBy {@code key-…}, or {@code platform}
 * @param approvedBy the second person, where one had to agree
 */
public record RunView(
    RunId runId,
    ConnectionId connectionId,
    ProviderId providerId,
    ApiClientId apiClientId,
    String operation,
    @Nullable EventId eventId,
    RunStatus status,
    int attempts,
    @JsonRawValue @Nullable String input,
    @Nullable String externalRef,
    @JsonRawValue @Nullable String result,
    @Nullable FailureCategory failureCategory,
    @Nullable String detail,
    boolean resubmitEnabled,
    @Nullable Instant nextAttemptAt,
    String requestedBy,
    @Nullable String approvedBy,
    @Nullable String approvalReason,
    Instant createdAt,
    Instant updatedAt) {}
