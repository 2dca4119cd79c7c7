/** Who buys: a member or a guest, as an opaque id of the host. Start with {@link dev.akinai.member.MemberId}. Level 1. */
@NullMarked
package dev.akinai.member;

import org.jspecify.annotations.NullMarked;
