package factory.integration.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole answer, also where no controller is involved. */
public final class ProblemWriter {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RETRY_AFTER_SECONDS = "1";

  private ProblemWriter() {}

  /** Answers with the problem unless an answer is on its way already. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = toJson(problem);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    if (problem.status() == ProblemKind.UNAVAILABLE.status()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  static byte[] toJson(Problem problem) {
    return JSON.writeValueAsBytes(problem);
  }
}
