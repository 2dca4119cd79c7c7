package dev.akinai.samples.houserules.bad;

/** Lets a text choose the class. */
public final class LoadsByName {
  Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name);
  }
}
