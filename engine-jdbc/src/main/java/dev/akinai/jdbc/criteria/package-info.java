/**
 * Conditions as SQL, so that a database finds the members, products or orders that meet one. Start
 * with {@link dev.akinai.jdbc.criteria.CriteriaToJooq}. Level 0.
 */
@NullMarked
package dev.akinai.jdbc.criteria;

import org.jspecify.annotations.NullMarked;
