/**
 * The broker inside the platform, for whoever has no Service Bus namespace.
 *
 * <p>Others connect with the string in {@code <data-dir>/bus-connection-string}. Java clients trust
 * {@code <data-dir>/bus-truststore.p12}, whose password is the string's {@code SharedAccessKey};
 * other clients trust {@code <data-dir>/bus-certificate.pem} and log in with SASL PLAIN, the {@code
 * SharedAccessKeyName} being the user. {@code ServiceBusJmsConnectionFactory} ignores the port of a
 * connection string: where it is not 5671, hand it name, key and {@code localhost:<port>} instead.
 */
@NullMarked
package factory.integration.adapter.servicebus.embedded;

import org.jspecify.annotations.NullMarked;
