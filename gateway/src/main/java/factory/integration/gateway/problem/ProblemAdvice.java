package factory.integration.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
final class ProblemAdvice {

  private final ProblemTranslator translator;

  ProblemAdvice(ProblemTranslator translator) {
    this.translator = translator;
  }

  /** Written here and not returned, so that no content negotiation can get in the way. */
  @ExceptionHandler(Throwable.class)
  void answer(Throwable failure, HttpServletResponse response) throws IOException {
    if (failure instanceof ErrorResponse known && !response.isCommitted()) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }
    ProblemWriter.write(response, translator.translate(failure));
  }
}
