package factory.integration.gateway.request;

import factory.integration.api.messaging.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/** Expects a page of views: Axon's own response types don't match handlers of a generic type. */
final class PageResponse<V> extends AbstractResponseType<Page<V>> {

  private static final long serialVersionUID = 1L;

  PageResponse(Class<V> view) {
    super(view);
  }

  @Override
  public boolean matches(Type type) {
    return type == Page.class
        || type instanceof ParameterizedType page && page.getRawType() == Page.class;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Class<Page<V>> responseMessagePayloadType() {
    return (Class) Page.class;
  }
}
