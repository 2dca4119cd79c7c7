package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_PAYMENT;

import dev.akinai.jdbc.generated.tables.records.AkPaymentRecord;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/** A payment as a row, and back. Stateless. */
final class PaymentRecords {

  /** What {@code todo} holds while something is left to do. */
  static final String WORK = "WORK";

  /** All but the key. */
  static final List<Field<?>> CHANGES = List.of(
      AK_PAYMENT.PROVIDER,
      AK_PAYMENT.STATE,
      AK_PAYMENT.CURRENCY,
      AK_PAYMENT.DIGITS,
      AK_PAYMENT.AMOUNT,
      AK_PAYMENT.CAPTURED,
      AK_PAYMENT.REFUND_PLANNED,
      AK_PAYMENT.REFUNDED,
      AK_PAYMENT.USED_BY,
      AK_PAYMENT.VER,
      AK_PAYMENT.TODO);

  private PaymentRecords() {}

  static AkPaymentRecord row(String shop, Payment payment, boolean todo) {
    CurrencyCode currency = payment.amount().currency();
    return new AkPaymentRecord(
        shop,
        payment.id().value(),
        payment.provider(),
        payment.state().name(),
        currency.code(),
        currency.digits(),
        payment.amount().minor(),
        payment.captured().minor(),
        payment.refundPlanned().minor(),
        payment.refunded().minor(),
        payment.usedBy().orElse(null),
        payment.version(),
        todo ? WORK : null);
  }

  static Payment payment(AkPaymentRecord row) {
    var currency = new CurrencyCode(row.getCurrency(), row.getDigits());
    return new Payment(
        new PaymentId(row.getPaymentId()),
        row.getProvider(),
        Payment.State.valueOf(row.getState()),
        Money.of(currency, row.getAmount()),
        Money.of(currency, row.getCaptured()),
        Money.of(currency, row.getRefundPlanned()),
        Money.of(currency, row.getRefunded()),
        Optional.ofNullable(row.getUsedBy()),
        row.getVer());
  }
}
