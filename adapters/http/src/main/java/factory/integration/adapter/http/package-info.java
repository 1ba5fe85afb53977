/** Calls endpoints over HTTP, to vetted addresses only, within strict limits of time and size. */
@NullMarked
package factory.integration.adapter.http;

import org.jspecify.annotations.NullMarked;
