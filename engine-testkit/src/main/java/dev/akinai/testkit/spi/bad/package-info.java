/** Stores that are wrong on purpose: each breaks one rule, and the contract must notice. Start with {@link dev.akinai.testkit.spi.bad.KnownBadStore}. */
@NullMarked
package dev.akinai.testkit.spi.bad;

import org.jspecify.annotations.NullMarked;
