package dev.akinai.base;

/**
 * Why the engine said no to something that may well be asked: a stable code and the facts. Each context has its own records.
 *
 * <p>Codes never change their meaning; texts for buyers are the host's. Implementations are immutable records.
 */
@Api(Api.Use.IMPLEMENT)
public interface Refusal {

  /**
   * The stable code, such as {@code stock.out}.
   *
   * @return lower-case words with dots and hyphens
   */
  String code();

  /**
   * The key was used before for a request with other content.
   *
   * @param kind the kind of command
   * @param key the key
   */
  record KeyReused(String kind, String key) implements Refusal {
    @Override
    public String code() {
      return "key.reused";
    }
  }

  /**
   * The thing that the command names does not exist in this shop.
   *
   * @param type the kind of thing
   * @param id what was named
   */
  record Unknown(String type, String id) implements Refusal {
    @Override
    public String code() {
      return "unknown." + type;
    }
  }

  /**
   * Somebody else changed the thing first; read it again and decide anew.
   *
   * @param type the kind of thing
   * @param id which one
   * @param expected the version the caller knew
   */
  record Changed(String type, String id, long expected) implements Refusal {
    @Override
    public String code() {
      return "changed." + type;
    }
  }
}
