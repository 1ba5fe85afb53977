package factory.integration.gateway.providercatalog;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What differs from the entry. */
@Schema(name = "CatalogChoice")
record CatalogChoice(
    @Schema(description = "The provider's key; none: the entry's.") @Nullable String key,
    @Schema(
            description = "Where the API is, for one of your own; none: the entry's.",
            example = "https://github.example.com/api/v3")
        @Nullable String baseUrl) {

  static final CatalogChoice NONE = new CatalogChoice(null, null);
}
