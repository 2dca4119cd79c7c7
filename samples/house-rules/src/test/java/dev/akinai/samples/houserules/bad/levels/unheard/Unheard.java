package dev.akinai.samples.houserules.bad.levels.unheard;

/** Lives in a context that is in no row. */
public record Unheard(String name) {}
