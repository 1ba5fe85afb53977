package factory.integration.adapter.servicebus.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's certificate in the data directory: with its private key in {@code bus/keystore.p12},
 * alone in {@code bus-truststore.p12} for Java clients and in {@code bus-certificate.pem} for the
 * others. The broker's key is the password of both stores.
 */
final class BrokerCertificate {

  static final String STORE_TYPE = "PKCS12";

  private static final Logger LOG = LoggerFactory.getLogger(BrokerCertificate.class);
  private static final String ALIAS = "bus";
  private static final Duration VALIDITY = Duration.ofDays(3652);
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private final Path keyStore;
  private final Path trustStore;
  private final Path pem;
  private final char[] password;

  BrokerCertificate(Path dataDirectory, String password) {
    this.keyStore = dataDirectory.resolve("bus/keystore.p12");
    this.trustStore = dataDirectory.resolve("bus-truststore.p12");
    this.pem = dataDirectory.resolve("bus-certificate.pem");
    this.password = password.toCharArray();
  }

  Path keyStore() {
    return keyStore;
  }

  /** Options of a connection's URI by which a Java client trusts the certificate. */
  Map<String, String> trustOptions() {
    return Map.of(
        "transport.trustStoreLocation",
        trustStore.toString(),
        "transport.trustStorePassword",
        new String(password),
        "transport.trustStoreType",
        STORE_TYPE);
  }

  /** Whether the files are there and the certificate is good for the names at that time. */
  boolean isUsable(Collection<String> names, Instant now) {
    try {
      X509Certificate certificate = read();
      return Files.exists(keyStore)
          && Files.exists(trustStore)
          && certificate.getNotAfter().after(Date.from(now.plus(RENEWED_BEFORE_END)))
          && namesOf(certificate).containsAll(normal(names));
    } catch (NoSuchFileException | GeneralSecurityException absentOrDamaged) {
      return false;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Replaces key and certificate. The PEM file is written last, so that it stands for all. */
  void renew(Collection<String> names, Instant now) {
    try {
      Files.deleteIfExists(pem);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      Instant from = now.minus(CLOCK_SKEW);
      X509Certificate certificate = SelfSignedCertificate.make(keys, normal(names), from, VALIDITY);
      KeyStore own = emptyStore();
      own.setKeyEntry(ALIAS, keys.getPrivate(), password, new Certificate[] {certificate});
      new OwnerOnlyFile(keyStore).write(bytes(own));
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry(ALIAS, certificate);
      new OwnerOnlyFile(trustStore).write(bytes(trusted));
      new OwnerOnlyFile(pem).write(pem(certificate));
      LOG.info(
          "Made a certificate for the embedded bus, valid until {}: {}",
          certificate.getNotAfter().toInstant(),
          pem);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private X509Certificate read() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static List<String> namesOf(X509Certificate certificate) throws GeneralSecurityException {
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    return alternatives == null
        ? List.of()
        : alternatives.stream().map(entry -> String.valueOf(entry.get(1))).toList();
  }

  /** Addresses in the form that the JDK shows them in. */
  private static Collection<String> normal(Collection<String> names) {
    return names.stream().map(BrokerCertificate::normal).collect(Collectors.toSet());
  }

  private static String normal(String name) {
    try {
      return InetAddress.ofLiteral(name).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return name;
    }
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(STORE_TYPE);
    store.load(null, null);
    return store;
  }

  private byte[] bytes(KeyStore store) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password);
    return out.toByteArray();
  }

  private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(base64)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private IllegalStateException unusable(Exception cause) {
    return new IllegalStateException(
        "the embedded bus cannot use its certificate in %s; delete %s for a new one"
            .formatted(keyStore, pem),
        cause);
  }
}
