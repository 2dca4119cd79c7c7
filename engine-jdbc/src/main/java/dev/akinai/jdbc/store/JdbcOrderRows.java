package dev.akinai.jdbc.store;

import dev.akinai.base.Page;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.spi.OrderRows;
import java.util.List;
import java.util.Optional;

/** Orders and payments as rows. For one thread. */
final class JdbcOrderRows implements OrderRows {

  private final StoreScope scope;

  JdbcOrderRows(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public OrderId claim(ExternalRef ref, OrderId order) {
    throw missing();
  }

  @Override
  public Optional<OrderId> find(ExternalRef ref) {
    throw missing();
  }

  @Override
  public void insert(OrderRow row) {
    throw missing();
  }

  @Override
  public boolean update(OrderRow row, long expectedVersion) {
    throw missing();
  }

  @Override
  public Optional<OrderRow> row(OrderId id) {
    throw missing();
  }

  @Override
  public Page<OrderRow> list(Page.Request page) {
    throw missing();
  }

  @Override
  public List<OrderRow> delivered(MemberId buyer, SkuId sku, int limit) {
    throw missing();
  }

  @Override
  public void put(Payment payment, boolean todo) {
    throw missing();
  }

  @Override
  public Optional<Payment> payment(PaymentId id) {
    throw missing();
  }

  @Override
  public List<PaymentId> paymentsToDo(int limit) {
    throw missing();
  }
}
