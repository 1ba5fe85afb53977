package factory.integration.gateway.security;

import factory.integration.gateway.problem.Problem;
import factory.integration.gateway.problem.ProblemKind;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers requests that may not pass. */
final class AccessProblems
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private final ProblemTranslator translator;

  AccessProblems(ProblemTranslator translator) {
    this.translator = translator;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    String detail =
        "send a valid API key as 'Authorization: Bearer <key>';"
            + " it is missing, unknown, revoked or expired";
    ProblemWriter.write(response, Problem.of(ProblemKind.UNAUTHENTICATED, detail));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    ProblemWriter.write(
        response, Problem.of(ProblemKind.FORBIDDEN, "the key lacks the scope " + lacking(cause)));
  }

  private static String lacking(AccessDeniedException cause) {
    if (cause instanceof AuthorizationDeniedException denied
        && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision) {
      return decision.getAuthorities().stream()
          .map(GrantedAuthority::getAuthority)
          .collect(Collectors.joining(" or "));
    }
    return "that this needs";
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
      throws IOException {
    ProblemWriter.write(response, translator.translate(cause));
  }
}
