/** The providers that come with the platform, against what their vendors document. */
@NullMarked
package factory.integration.app.catalog;

import org.jspecify.annotations.NullMarked;
