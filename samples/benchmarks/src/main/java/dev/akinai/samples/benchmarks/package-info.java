/** What pricing costs, and what it saves, beside other ways to do it. Start with {@link dev.akinai.samples.benchmarks.Benchmarks}. */
@NullMarked
package dev.akinai.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
