/** Whether what operators are given agrees with the platform. */
@NullMarked
package factory.integration.app.operations;

import org.jspecify.annotations.NullMarked;
