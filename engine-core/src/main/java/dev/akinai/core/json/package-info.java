/**
 * Documents read strictly and written in one canonical way: rules, quotes and events. Start with
 * {@link dev.akinai.core.json.StrictJson}. Level 0.
 */
@NullMarked
package dev.akinai.core.json;

import org.jspecify.annotations.NullMarked;
