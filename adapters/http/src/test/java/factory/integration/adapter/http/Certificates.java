package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority and certificates of endpoints, made by the JDK's keytool in a directory. */
final class Certificates {

  private static final String PASSWORD = "changeit";

  private final Path directory;

  Certificates(Path directory) throws Exception {
    this.directory = directory;
    make("authority", "-ext", "bc:critical=ca:true");
    issue("good", "-ext", "san=dns:localhost,ip:127.0.0.1");
    issue("other", "-ext", "san=dns:other.example,ip:127.0.0.9");
    issue("expired", "-ext", "san=dns:localhost", "-startdate", "-10d", "-validity", "5");
    issue("early", "-ext", "san=dns:localhost", "-startdate", "+10d", "-validity", "5");
    make("selfsigned", "-ext", "san=dns:localhost");
    writeTrustStore();
  }

  /** A file that holds the authority. */
  Path trustStore() {
    return directory.resolve("trust.p12");
  }

  /** Listens with the certificate of that name. */
  ServerSocket listenWith(String name) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        name,
        keys().getKey(name, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        keys().getCertificateChain(name));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
  }

  private KeyStore keys() throws Exception {
    return KeyStore.getInstance(directory.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
  }

  private void writeTrustStore() throws Exception {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("authority", keys().getCertificate("authority"));
    try (OutputStream file = Files.newOutputStream(trustStore())) {
      trust.store(file, PASSWORD.toCharArray());
    }
  }

  private void issue(String name, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("-signer", "authority"));
    all.addAll(List.of(options));
    make(name, all.toArray(String[]::new));
  }

  private void make(String name, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-keystore",
                directory.resolve("keys.p12").toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(output).isZero();
  }
}
