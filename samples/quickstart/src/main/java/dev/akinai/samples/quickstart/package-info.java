/** The first program to run: it prices a cart and keeps the stock for it. */
@NullMarked
package dev.akinai.samples.quickstart;

import org.jspecify.annotations.NullMarked;
