package dev.akinai.samples.houserules.bad;

import java.io.Serializable;

/** Says that it may be serialised. */
public record Serializes(String text) implements Serializable {}
