/**
 * Conditions as data: who an offer is for, which goods it takes, where an order may go. Start with
 * {@link dev.akinai.criteria.Criterion} and {@link dev.akinai.criteria.Fact}. Level 0.
 */
@NullMarked
package dev.akinai.criteria;

import org.jspecify.annotations.NullMarked;
