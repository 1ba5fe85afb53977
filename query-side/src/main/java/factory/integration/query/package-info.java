/** What the read models have in common: processing groups, the order of entries, and pages. */
@NullMarked
package factory.integration.query;

import org.jspecify.annotations.NullMarked;
