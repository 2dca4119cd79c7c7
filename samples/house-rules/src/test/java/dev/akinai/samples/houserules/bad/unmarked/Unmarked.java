package dev.akinai.samples.houserules.bad.unmarked;

/** Lives in a package that does not say what may be null. */
public final class Unmarked {}
