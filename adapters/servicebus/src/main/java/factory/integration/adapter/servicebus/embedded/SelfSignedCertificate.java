package factory.integration.adapter.servicebus.embedded;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Makes a server's certificate that is its own issuer (RFC 5280). Written by hand because the JDK
 * has no public way to make one: {@code keytool} is absent from small runtimes, and a cryptography
 * library would be larger than the broker.
 */
final class SelfSignedCertificate {

  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
  private static final int VERSION_3 = 2;
  private static final int SERIAL_BITS = 127;

  private SelfSignedCertificate() {}

  /**
   * @param keys elliptic curve keys
   * @param names host names and IP addresses that clients may call the server by
   */
  static X509Certificate make(
      KeyPair keys, Collection<String> names, Instant from, Duration validity)
      throws GeneralSecurityException {
    byte[] issuer = name("Integration Platform embedded bus");
    byte[] content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(BigInteger.valueOf(VERSION_3))),
            Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0)),
            algorithm(),
            issuer,
            Der.sequence(Der.time(from), Der.time(from.plus(validity))),
            issuer,
            keys.getPublic().getEncoded(),
            Der.tagged(0xa3, extensions(names)));
    byte[] whole =
        Der.sequence(content, algorithm(), Der.bits(0, signed(content, keys.getPrivate())));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] extensions(Collection<String> names) {
    byte[][] alternatives =
        names.stream().map(SelfSignedCertificate::alternative).toArray(byte[][]::new);
    return Der.sequence(
        Der.sequence(Der.oid(KEY_USAGE), Der.yes(), Der.octets(Der.bits(7, DIGITAL_SIGNATURE))),
        Der.sequence(
            Der.oid(EXTENDED_KEY_USAGE), Der.octets(Der.sequence(Der.oid(SERVER_AUTHENTICATION)))),
        Der.sequence(Der.oid(SUBJECT_ALTERNATIVE_NAME), Der.octets(Der.sequence(alternatives))));
  }

  private static byte[] alternative(String name) {
    try {
      return Der.tagged(0x87, InetAddress.ofLiteral(name).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(commonName))));
  }

  private static byte[] algorithm() {
    return Der.sequence(Der.oid(ECDSA_WITH_SHA256));
  }

  private static byte[] signed(byte[] content, PrivateKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }
}
