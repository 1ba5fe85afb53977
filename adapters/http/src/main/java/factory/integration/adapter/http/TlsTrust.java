package factory.integration.adapter.http;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/** TLS from 1.2 on with verified names; trusts the JDK's authorities and those of the settings. */
final class TlsTrust {

  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private TlsTrust() {}

  static DefaultClientTlsStrategy strategy(HttpProperties properties) {
    return new DefaultClientTlsStrategy(
        context(properties),
        VERSIONS,
        null,
        SSLBufferMode.STATIC,
        HostnameVerificationPolicy.BUILTIN,
        null);
  }

  private static SSLContext context(HttpProperties properties) {
    try {
      List<X509Certificate> authorities = new ArrayList<>(trusted(null));
      if (properties.trustStore() != null) {
        authorities.addAll(trusted(load(properties)));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(storeOf(authorities)), null);
      return context;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "platform.http.trust-store (%s) can't be read: %s. Name a PKCS#12 or JKS file and set"
                  .formatted(properties.trustStore(), e.getMessage())
              + " platform.http.trust-store-password to its password.",
          e);
    }
  }

  private static KeyStore load(HttpProperties properties)
      throws GeneralSecurityException, IOException {
    String password = properties.trustStorePassword();
    return KeyStore.getInstance(
        new File(String.valueOf(properties.trustStore())),
        password == null ? null : password.toCharArray());
  }

  private static KeyStore storeOf(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  private static List<X509Certificate> trusted(@Nullable KeyStore store)
      throws GeneralSecurityException {
    for (TrustManager manager : managers(store)) {
      if (manager instanceof X509TrustManager x509) {
        return List.of(x509.getAcceptedIssuers());
      }
    }
    return Collections.emptyList();
  }

  /** Null stands for the JDK's store. */
  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
