package factory.integration.adapter.servicebus.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerCertificateTests {

  private static final String PASSWORD = "p4ssword";
  private static final Instant NOW = Instant.parse("2026-06-11T09:03:02Z");
  private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "::1");

  @TempDir private Path data;
  private BrokerCertificate certificate;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectory(data.resolve("bus"));
    certificate = new BrokerCertificate(data, PASSWORD);
    certificate.renew(NAMES, NOW);
  }

  @Test
  void isSignedByItsOwnKey() throws IOException, GeneralSecurityException {
    X509Certificate pem = pem();
    pem.verify(pem.getPublicKey());
    KeyStore own = store("bus/keystore.p12");
    assertThat(own.getCertificate("bus")).isEqualTo(pem);
    assertThat(own.getKey("bus", PASSWORD.toCharArray())).isInstanceOf(PrivateKey.class);
    assertThat(store("bus-truststore.p12").getCertificate("bus")).isEqualTo(pem);
  }

  @Test
  void isForAServerOfTheseNamesAlone() throws IOException, GeneralSecurityException {
    X509Certificate pem = pem();
    assertThat(pem.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(
            List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    assertThat(pem.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(pem.getKeyUsage()).startsWith(true).containsOnlyOnce(true);
    assertThat(pem.getBasicConstraints()).isEqualTo(-1);
  }

  @Test
  void isGoodForTenYears() throws IOException, GeneralSecurityException {
    pem().checkValidity(Date.from(NOW));
    pem().checkValidity(Date.from(Instant.parse("2036-06-10T00:00:00Z")));
    assertThat(certificate.isUsable(NAMES, NOW)).isTrue();
    assertThat(certificate.isUsable(NAMES, Instant.parse("2036-06-01T00:00:00Z"))).isFalse();
  }

  @Test
  void countsBeyondTheYear2049() throws IOException, GeneralSecurityException {
    Instant later = Instant.parse("2055-01-01T00:00:00Z");
    certificate.renew(NAMES, later);
    assertThat(pem().getNotBefore()).isEqualTo(Date.from(later.minus(Duration.ofHours(1))));
  }

  @Test
  void isNotGoodForAnotherName() {
    assertThat(certificate.isUsable(List.of("localhost", "bus.example"), NOW)).isFalse();
    certificate.renew(List.of("localhost", "bus.example"), NOW);
    assertThat(certificate.isUsable(List.of("localhost", "bus.example"), NOW)).isTrue();
  }

  @Test
  void isNotUsableWithAFileMissingOrDamaged() throws IOException {
    for (String name : List.of("bus/keystore.p12", "bus-truststore.p12", "bus-certificate.pem")) {
      Files.delete(data.resolve(name));
      assertThat(certificate.isUsable(NAMES, NOW)).as("without %s", name).isFalse();
      certificate.renew(NAMES, NOW);
    }
    Files.writeString(data.resolve("bus-certificate.pem"), "-----BEGIN CERTIFICATE-----\nnone");
    assertThat(certificate.isUsable(NAMES, NOW)).isFalse();
  }

  private X509Certificate pem() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(data.resolve("bus-certificate.pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private KeyStore store(String name) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(data.resolve(name).toFile(), PASSWORD.toCharArray());
  }
}
