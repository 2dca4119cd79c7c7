package dev.akinai.samples.houserules.bad.levels.order;

/** An order, high above. */
public record Reached(String order) {}
