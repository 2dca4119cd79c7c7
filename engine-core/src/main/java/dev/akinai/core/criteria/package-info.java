/**
 * Conditions at work: evaluated in memory, explained, read from JSON and written to it. Start with
 * {@link dev.akinai.core.criteria.CriteriaEvaluator}. Level 0.
 */
@NullMarked
package dev.akinai.core.criteria;

import org.jspecify.annotations.NullMarked;
