/** Money that comes in and goes back through the host's payment provider, each movement known before it is asked for. Start with {@link dev.akinai.payment.Payments}. Level 4. */
@NullMarked
package dev.akinai.payment;

import org.jspecify.annotations.NullMarked;
