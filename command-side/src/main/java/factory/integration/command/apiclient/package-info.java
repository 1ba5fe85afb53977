/** The versions of API clients. */
@NullMarked
package factory.integration.command.apiclient;

import org.jspecify.annotations.NullMarked;
