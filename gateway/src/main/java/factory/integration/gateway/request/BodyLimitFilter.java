package factory.integration.gateway.request;

import factory.integration.gateway.problem.ProblemWriter;
import factory.integration.gateway.problem.RequestRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Refuses bodies that are too long before anything of them is kept. */
final class BodyLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient List<BodyLimit> limits;
  private final long generalLimit;

  BodyLimitFilter(List<BodyLimit> limits, long generalLimit) {
    this.limits = List.copyOf(limits);
    this.generalLimit = generalLimit;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long limit = limitFor(request.getRequestURI());
    long length = request.getContentLengthLong();
    if (length > limit) {
      ProblemWriter.write(response, RequestRefused.tooLarge(limit).problem());
    } else if (length >= 0) {
      chain.doFilter(request, response);
    } else {
      chain.doFilter(new LimitedRequest(request, limit), response);
    }
  }

  private long limitFor(String path) {
    for (BodyLimit limit : limits) {
      if (limit.covers(path)) {
        return limit.maxBytes();
      }
    }
    return generalLimit;
  }
}
