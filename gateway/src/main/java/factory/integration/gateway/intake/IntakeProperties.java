package factory.integration.gateway.intake;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may come over the bus.
 *
 * @param tenants whose events may come; {@code *} for everyone's
 */
@ConfigurationProperties("platform.bus.inbound")
record IntakeProperties(@DefaultValue("default") Set<String> tenants) {}
