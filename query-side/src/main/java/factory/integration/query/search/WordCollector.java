package factory.integration.query.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers words from characters one by one; it sees every character of all published data. */
final class WordCollector {

  private static final int MAX_LENGTH = 64;
  private static final int ASCII = 128;
  private static final String JOINERS = "-_.";

  private final boolean withParts;
  private final Set<String> words = new LinkedHashSet<>();
  private final StringBuilder run = new StringBuilder();
  private boolean joined;
  private boolean foreign;
  private boolean lettered;
  private char joiner;
  private char highSurrogate;

  /**
   * @param withParts whether the parts of joined runs are words too
   */
  WordCollector(boolean withParts) {
    this.withParts = withParts;
  }

  void take(char c) {
    if (c < ASCII) {
      takeAscii(c);
    } else if (Character.isHighSurrogate(c)) {
      highSurrogate = c;
    } else if (Character.isLowSurrogate(c) && highSurrogate != 0) {
      takeForeign(Character.toCodePoint(highSurrogate, c));
      highSurrogate = 0;
    } else {
      takeForeign(c);
    }
  }

  Set<String> all() {
    endRun();
    return words;
  }

  private void takeAscii(char c) {
    if (c >= '0' && c <= '9') {
      append(c);
    } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
      append(c | ' ');
      lettered = true;
    } else if (JOINERS.indexOf(c) >= 0 && joiner == 0 && !run.isEmpty()) {
      joiner = c;
    } else {
      endRun();
    }
  }

  private void takeForeign(int c) {
    if (Character.isIdeographic(c)) {
      endRun();
      words.add(Character.toString(c));
    } else if (Character.isLetterOrDigit(c) || isMark(c) && !run.isEmpty()) {
      append(Character.toLowerCase(Character.toUpperCase(c)));
      foreign = true;
      lettered = true;
    } else {
      endRun();
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void append(int c) {
    if (joiner != 0) {
      run.append(joiner);
      joiner = 0;
      joined = true;
    }
    run.appendCodePoint(c);
  }

  private void endRun() {
    if (!run.isEmpty()) {
      add(0, run.length());
      if (withParts && joined && lettered) {
        addParts();
      }
      run.setLength(0);
    }
    joiner = 0;
    joined = false;
    foreign = false;
    lettered = false;
  }

  private void addParts() {
    int start = 0;
    for (int i = 0; i < run.length(); i++) {
      if (JOINERS.indexOf(run.charAt(i)) >= 0) {
        add(start, i);
        start = i + 1;
      }
    }
    add(start, run.length());
  }

  private void add(int start, int end) {
    int cut = Math.min(end, start + MAX_LENGTH);
    if (cut < end && Character.isHighSurrogate(run.charAt(cut - 1))) {
      cut--;
    }
    String word = run.substring(start, cut);
    words.add(foreign ? Normalizer.normalize(word, Normalizer.Form.NFC) : word);
  }
}
