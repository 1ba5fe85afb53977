package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.JException;

/** What the library complains about, in a form that people can read. */
final class Sentences {

  private static final int LONGEST = 300;

  private Sentences() {}

  static String of(RuntimeException fault) {
    String text = String.valueOf(fault.getMessage()).strip();
    String place =
        fault instanceof JException e && e.getLocation() >= 0
            ? " (at character " + e.getLocation() + ")"
            : "";
    return (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + place;
  }
}
