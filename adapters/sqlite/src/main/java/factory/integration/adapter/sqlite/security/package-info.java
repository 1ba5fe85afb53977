/** API keys and sealed secrets, on disk before a call returns. */
@NullMarked
package factory.integration.adapter.sqlite.security;

import org.jspecify.annotations.NullMarked;
