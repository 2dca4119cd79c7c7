package dev.akinai.samples.houserules.bad;

import java.net.URI;

/** Opens what a text names. */
public final class Fetches {
  URI address(String text) {
    return URI.create(text);
  }
}
