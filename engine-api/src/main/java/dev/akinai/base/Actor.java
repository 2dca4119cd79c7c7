package dev.akinai.base;

/**
 * Who asks: a buyer, a member of staff, an outside port, the engine itself or a timer. Kept with every change. Immutable.
 *
 * @param role in which role
 * @param id the host's opaque id for that actor, 1 to 64 visible characters; never a name or a phone number
 */
public record Actor(Role role, String id) {

  /** Checks the id. */
  public Actor {
    id = Id.require("Actor", id);
  }

  /** The five roles in which a change can be asked for. */
  public enum Role {
    /** Who buys. */
    BUYER,
    /** Who works for the shop. */
    STAFF,
    /** An outside system that reports a fact: a payment provider, a carrier, a warehouse. */
    PORT,
    /** The engine, following from another change. */
    ENGINE,
    /** A deadline that has passed. */
    TIMER
  }

  /**
   * A buyer.
   *
   * @param id the host's opaque id
   * @return the actor
   */
  public static Actor buyer(String id) {
    return new Actor(Role.BUYER, id);
  }

  /**
   * A member of staff.
   *
   * @param id the host's opaque id
   * @return the actor
   */
  public static Actor staff(String id) {
    return new Actor(Role.STAFF, id);
  }
}
