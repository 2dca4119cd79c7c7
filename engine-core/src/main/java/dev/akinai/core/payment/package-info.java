/** Takes money in and gives it back, writing down each step before and after the provider is asked. Level 4. */
@NullMarked
package dev.akinai.core.payment;

import org.jspecify.annotations.NullMarked;
