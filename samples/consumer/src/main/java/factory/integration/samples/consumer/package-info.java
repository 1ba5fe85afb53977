/** A program that consumes published facts as docs/subscribing.md says; copy what you need. */
@NullMarked
package factory.integration.samples.consumer;

import org.jspecify.annotations.NullMarked;
