package dev.akinai.samples.houserules.bad.levels.base;

import dev.akinai.samples.houserules.bad.levels.order.Reached;

/** Knows an order, from far below. */
public record ReachesUp(Reached order) {}
