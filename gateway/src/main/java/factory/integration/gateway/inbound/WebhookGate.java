package factory.integration.gateway.inbound;

import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.problem.Problem;
import factory.integration.gateway.problem.ProblemKind;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.verification.ReceivedCall;
import factory.integration.gateway.verification.Verdict;
import java.time.Instant;
import java.util.Map;

/** Lets pass the calls that prove themselves, and keeps a few of the others for people to see. */
final class WebhookGate {

  private static final String NOT_PROVEN =
      "the call does not prove that it comes from the source's vendor";

  private final SecretVault vault;
  private final Rejections rejections;
  private final InboundResults results;

  WebhookGate(SecretVault vault, Rejections rejections, InboundResults results) {
    this.vault = vault;
    this.rejections = rejections;
    this.results = results;
  }

  /** The secret that the call proved itself with; refuses a call that proved nothing. */
  SecretRef verify(InboundEndpoint endpoint, ReceivedCall call, Instant now) {
    Verdict first = null;
    for (SecretRef ref : endpoint.secrets(now)) {
      Verdict verdict = endpoint.verification().verify(call, secret(endpoint, ref), now);
      if (verdict == Verdict.GENUINE) {
        return ref;
      }
      first = first == null ? verdict : first;
    }
    Verdict why = first == null ? Verdict.PROOF_WRONG : first;
    Problem problem = Problem.of(ProblemKind.UNAUTHENTICATED, NOT_PROVEN);
    reject(endpoint, call, now, problem.status(), why.label(), why.detail());
    throw new RequestRefused(problem);
  }

  /** Keeps that a call could not be used although it proved itself. */
  void unusable(InboundEndpoint endpoint, ReceivedCall call, Instant now, Problem problem) {
    reject(endpoint, call, now, problem.status(), "unusable", problem.detail());
  }

  private void reject(
      InboundEndpoint endpoint,
      ReceivedCall call,
      Instant now,
      int status,
      String reason,
      String detail) {
    InboundSourceId source = endpoint.source().sourceId();
    Map<String, String> headers =
        VendorHeaders.masked(call, endpoint.verification().proofHeaders());
    rejections.add(source, new Rejection(now, status, reason, detail, call.body().length, headers));
    results.count(InboundResult.REJECTED);
  }

  private String secret(InboundEndpoint endpoint, SecretRef ref) {
    return vault
        .find(endpoint.tenant(), ref)
        .orElseThrow(() -> new IllegalStateException("the vault has no secret " + ref));
  }
}
