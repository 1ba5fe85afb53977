package factory.integration.gateway.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks a JSON body strictly before it is bound. */
@ControllerAdvice
final class StrictJsonAdvice extends RequestBodyAdviceAdapter {

  @Override
  public boolean supports(
      MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
    return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    byte[] body = message.getBody().readAllBytes();
    StrictTokens.check(body);
    return new CheckedBody(message.getHeaders(), body);
  }

  private record CheckedBody(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}
