package factory.integration.gateway.security;

import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.problem.ProblemWriter;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.request.RequestContexts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;

/** Recognises the API key of a request and says for which tenant it acts. */
final class ApiKeyFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "Bearer ";
  private static final String TENANT_HEADER = "X-Tenant-Id";
  private static final String LOGGED_TENANT = "tenant";
  private static final String LOGGED_TRACE = "trace";

  private final transient ApiKeys keys;
  private final transient RequestContexts contexts;
  private final transient ProblemTranslator problems;

  ApiKeyFilter(ApiKeys keys, RequestContexts contexts, ProblemTranslator problems) {
    this.keys = keys;
    this.contexts = contexts;
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestContext context;
    try {
      context = authenticate(request);
    } catch (RuntimeException e) {
      ProblemWriter.write(response, problems.translate(e));
      return;
    }
    if (context == null) {
      chain.doFilter(request, response);
    } else {
      doFilter(request, response, chain, context);
    }
  }

  private static void doFilter(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      RequestContext context)
      throws IOException, ServletException {
    MDC.put(LOGGED_TENANT, context.tenant().value());
    MDC.put(LOGGED_TRACE, context.traceId());
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(LOGGED_TENANT);
      MDC.remove(LOGGED_TRACE);
    }
  }

  /** The request's context, or null when it shows no valid key. */
  private @Nullable RequestContext authenticate(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    ApiKey key = keys.valid(authorization.substring(SCHEME.length()).strip()).orElse(null);
    if (key == null) {
      return null;
    }
    TenantId tenant = actingTenant(key, request.getHeader(TENANT_HEADER));
    RequestContext context = contexts.of(request, tenant, key.id());
    request.setAttribute(RequestContext.ATTRIBUTE, context);
    SecurityContextHolder.getContext().setAuthentication(new KeyAuthentication(key, context));
    return context;
  }

  private static TenantId actingTenant(ApiKey key, @Nullable String asked) {
    if (asked == null || asked.equals(key.tenant().value())) {
      return key.tenant();
    }
    if (!KeyAuthentication.isAdmin(key)) {
      throw RequestRefused.forbidden("only an admin key may act for another tenant");
    }
    try {
      return new TenantId(asked);
    } catch (IllegalArgumentException e) {
      throw RequestRefused.unreadable("X-Tenant-Id: " + e.getMessage());
    }
  }
}
