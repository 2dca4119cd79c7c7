/** The laws of pricing as plain predicates, samples that know the rules they try, and engines that are wrong on purpose. */
@NullMarked
package dev.akinai.testkit.pricing;

import org.jspecify.annotations.NullMarked;
