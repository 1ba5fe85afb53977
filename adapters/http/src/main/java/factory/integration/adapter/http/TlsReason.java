package factory.integration.adapter.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says in plain words why there is no secure connection. */
final class TlsReason {

  private TlsReason() {}

  /** The end of a sentence. */
  static String of(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertificateExpiredException e -> {
          return "its certificate has expired";
        }
        case CertificateNotYetValidException e -> {
          return "its certificate is not valid yet";
        }
        case CertPathBuilderException e -> {
          return "its certificate is not signed by an authority that the platform trusts";
        }
        default -> {}
      }
    }
    String message = String.valueOf(failure.getMessage());
    if (message.contains("subject alternative") || message.contains("No name matching")) {
      return "its certificate is for another host";
    }
    if (message.contains("protocol_version") || message.contains("protocol version")) {
      return "it offers no version of TLS from 1.2 on";
    }
    return "no secure connection came about: " + CallFailure.quoted(failure);
  }
}
