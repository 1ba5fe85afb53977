/** What every storage engine needs to stand behind Axon's interfaces. */
@NullMarked
package factory.integration.adapter.axon;

import org.jspecify.annotations.NullMarked;
