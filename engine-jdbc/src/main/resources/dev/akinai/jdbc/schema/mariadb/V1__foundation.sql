-- Akinai, foundation. Every key starts with the shop; instants are UTC with six digits; amounts and quantities are whole numbers.
-- The prefix ak_ may be replaced throughout by another: [a-z][a-z0-9_]{0,15}.

-- Requests that succeeded, so that asking again gives the same answer.
CREATE TABLE ak_op (
  shop       VARCHAR(64) NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  op_key     VARCHAR(160) NOT NULL,
  attempt    VARCHAR(64) NOT NULL,
  req_hash   VARCHAR(64) NOT NULL,
  result_ref VARCHAR(500) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT ak_op_pk PRIMARY KEY (shop, kind, op_key)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_op_created ON ak_op (shop, created_at);

-- One counter: what was put in, what is promised of it. The last CHECK stops any writer that forgets the guard.
CREATE TABLE ak_cell (
  shop      VARCHAR(64) NOT NULL,
  cls       INT NOT NULL,
  pool      VARCHAR(96) NOT NULL,
  item      VARCHAR(96) NOT NULL,
  bucket    INT NOT NULL,
  limit_qty BIGINT NOT NULL,
  held      BIGINT NOT NULL,
  consumed  BIGINT NOT NULL,
  overdraft BIGINT NOT NULL,
  safety    BIGINT NOT NULL,
  shortfall BIGINT NOT NULL,
  ver       BIGINT NOT NULL,
  CONSTRAINT ak_cell_pk PRIMARY KEY (shop, cls, pool, item, bucket),
  CONSTRAINT ak_cell_limit CHECK (limit_qty >= 0),
  CONSTRAINT ak_cell_held CHECK (held >= 0),
  CONSTRAINT ak_cell_consumed CHECK (consumed >= 0),
  CONSTRAINT ak_cell_overdraft CHECK (overdraft >= 0),
  CONSTRAINT ak_cell_safety CHECK (safety >= 0),
  CONSTRAINT ak_cell_shortfall CHECK (shortfall >= 0),
  CONSTRAINT ak_cell_guard CHECK (held + consumed <= limit_qty + overdraft + shortfall)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Why a counter changed; its rows add up to the counter. Append-only.
CREATE TABLE ak_cell_entry (
  shop        VARCHAR(64) NOT NULL,
  entry_id    VARCHAR(192) NOT NULL,
  cls         INT NOT NULL,
  pool        VARCHAR(96) NOT NULL,
  item        VARCHAR(96) NOT NULL,
  bucket      INT NOT NULL,
  kind        VARCHAR(32) NOT NULL,
  d_limit     BIGINT NOT NULL,
  d_held      BIGINT NOT NULL,
  d_consumed  BIGINT NOT NULL,
  d_overdraft BIGINT NOT NULL,
  d_safety    BIGINT NOT NULL,
  cap         BIGINT,
  ref         VARCHAR(160) NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  CONSTRAINT ak_cell_entry_pk PRIMARY KEY (shop, entry_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_cell_entry_cell ON ak_cell_entry (shop, cls, pool, item, bucket, made_at);

-- Units kept for one buyer. open_owner is the owner while HELD and NULL after: one open hold per owner.
-- todo is EXPIRE while held, SETTLE while the cells do not know everything, else NULL; due_at is when.
CREATE TABLE ak_hold (
  shop       VARCHAR(64) NOT NULL,
  hold_id    VARCHAR(64) NOT NULL,
  owner      VARCHAR(160),
  open_owner VARCHAR(160),
  buyer      VARCHAR(160),
  state      VARCHAR(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  todo       VARCHAR(16),
  due_at     DATETIME(6) NOT NULL,
  digest     VARCHAR(160),
  ver        BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT ak_hold_pk PRIMARY KEY (shop, hold_id),
  CONSTRAINT ak_hold_open_owner UNIQUE (shop, open_owner)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_hold_todo ON ak_hold (todo, shop, due_at);

-- One demand of a hold, and what its cell already knows of it.
CREATE TABLE ak_hold_line (
  shop            VARCHAR(64) NOT NULL,
  hold_id         VARCHAR(64) NOT NULL,
  line_no         INT NOT NULL,
  cls             INT NOT NULL,
  pool            VARCHAR(96) NOT NULL,
  item            VARCHAR(96) NOT NULL,
  bucket          INT NOT NULL,
  qty             BIGINT NOT NULL,
  confirmed_qty   BIGINT NOT NULL,
  back_qty        BIGINT NOT NULL,
  posted_held     BIGINT NOT NULL,
  posted_consumed BIGINT NOT NULL,
  CONSTRAINT ak_hold_line_pk PRIMARY KEY (shop, hold_id, line_no),
  CONSTRAINT ak_hold_line_parts CHECK (back_qty >= 0 AND confirmed_qty >= back_qty AND qty >= confirmed_qty)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_hold_line_cell ON ak_hold_line (shop, cls, pool, item, bucket);

-- Balances of one account, in whole units.
CREATE TABLE ak_ledger_account (
  shop      VARCHAR(64) NOT NULL,
  account   VARCHAR(96) NOT NULL,
  unit      VARCHAR(32) NOT NULL,
  available BIGINT NOT NULL,
  pending   BIGINT NOT NULL,
  held      BIGINT NOT NULL,
  debt      BIGINT NOT NULL,
  ver       BIGINT NOT NULL,
  CONSTRAINT ak_ledger_account_pk PRIMARY KEY (shop, account),
  CONSTRAINT ak_ledger_account_available CHECK (available >= 0),
  CONSTRAINT ak_ledger_account_pending CHECK (pending >= 0),
  CONSTRAINT ak_ledger_account_held CHECK (held >= 0),
  CONSTRAINT ak_ledger_account_debt CHECK (debt >= 0 AND (debt = 0 OR available = 0))
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Units earned together that expire together. todo_at is expires_at while units remain, else NULL.
CREATE TABLE ak_ledger_lot (
  shop         VARCHAR(64) NOT NULL,
  account      VARCHAR(96) NOT NULL,
  lot_id       VARCHAR(160) NOT NULL,
  granted      BIGINT NOT NULL,
  remaining    BIGINT NOT NULL,
  held         BIGINT NOT NULL,
  available_at DATETIME(6),
  expires_at   DATETIME(6),
  source       VARCHAR(160) NOT NULL,
  todo_at      DATETIME(6),
  CONSTRAINT ak_ledger_lot_pk PRIMARY KEY (shop, account, lot_id),
  CONSTRAINT ak_ledger_lot_parts CHECK (remaining >= 0 AND held >= 0 AND remaining + held <= granted)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_ledger_lot_todo ON ak_ledger_lot (todo_at, shop, account);

-- One operation under its business key; content_hash tells a repetition from a reuse. Append-only.
CREATE TABLE ak_ledger_op (
  shop         VARCHAR(64) NOT NULL,
  unit         VARCHAR(32) NOT NULL,
  op_key       VARCHAR(160) NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  made_at      DATETIME(6) NOT NULL,
  CONSTRAINT ak_ledger_op_pk PRIMARY KEY (shop, unit, op_key)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One double entry: amount moves from a part of one account to a part of another. Append-only.
-- from_ver and to_ver are the accounts' versions after it, NULL for system accounts.
CREATE TABLE ak_ledger_entry (
  shop         VARCHAR(64) NOT NULL,
  entry_id     VARCHAR(192) NOT NULL,
  unit         VARCHAR(32) NOT NULL,
  op_key       VARCHAR(160) NOT NULL,
  op_no        INT NOT NULL,
  kind         VARCHAR(32) NOT NULL,
  from_account VARCHAR(96) NOT NULL,
  from_part    VARCHAR(16) NOT NULL,
  from_ver     BIGINT,
  to_account   VARCHAR(96) NOT NULL,
  to_part      VARCHAR(16) NOT NULL,
  to_ver       BIGINT,
  amount       BIGINT NOT NULL,
  value_at     DATETIME(6) NOT NULL,
  ref          VARCHAR(160) NOT NULL,
  made_at      DATETIME(6) NOT NULL,
  CONSTRAINT ak_ledger_entry_pk PRIMARY KEY (shop, entry_id),
  CONSTRAINT ak_ledger_entry_op UNIQUE (shop, unit, op_key, op_no),
  CONSTRAINT ak_ledger_entry_amount CHECK (amount > 0)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_ledger_entry_from ON ak_ledger_entry (shop, from_account, from_ver);
CREATE INDEX ak_ledger_entry_to ON ak_ledger_entry (shop, to_account, to_ver);

-- How an entry touched a lot, so that a reversal finds exactly these units. Append-only.
CREATE TABLE ak_ledger_alloc (
  shop        VARCHAR(64) NOT NULL,
  unit        VARCHAR(32) NOT NULL,
  op_key      VARCHAR(160) NOT NULL,
  alloc_no    INT NOT NULL,
  op_no       INT NOT NULL,
  account     VARCHAR(96) NOT NULL,
  lot_id      VARCHAR(160) NOT NULL,
  d_remaining BIGINT NOT NULL,
  d_held      BIGINT NOT NULL,
  matured_at  DATETIME(6),
  expires_at  DATETIME(6),
  CONSTRAINT ak_ledger_alloc_pk PRIMARY KEY (shop, unit, op_key, alloc_no)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_ledger_alloc_lot ON ak_ledger_alloc (shop, account, lot_id);

-- The version of a history: the one row that an append changes by condition.
CREATE TABLE ak_stream (
  shop        VARCHAR(64) NOT NULL,
  stream_type VARCHAR(32) NOT NULL,
  stream_id   VARCHAR(96) NOT NULL,
  ver         BIGINT NOT NULL,
  CONSTRAINT ak_stream_pk PRIMARY KEY (shop, stream_type, stream_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One fact in a history. Append-only.
CREATE TABLE ak_event (
  shop        VARCHAR(64) NOT NULL,
  stream_type VARCHAR(32) NOT NULL,
  stream_id   VARCHAR(96) NOT NULL,
  version     BIGINT NOT NULL,
  type        VARCHAR(64) NOT NULL,
  payload     LONGTEXT NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  CONSTRAINT ak_event_pk PRIMARY KEY (shop, stream_type, stream_id, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What another system calls an order.
CREATE TABLE ak_external_ref (
  shop      VARCHAR(64) NOT NULL,
  source    VARCHAR(64) NOT NULL,
  ref       VARCHAR(96) NOT NULL,
  stream_id VARCHAR(96) NOT NULL,
  CONSTRAINT ak_external_ref_pk PRIMARY KEY (shop, source, ref)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Events to deliver, written in the transaction of their change. todo is PUBLISH until delivered, then NULL.
CREATE TABLE ak_outbox (
  shop         VARCHAR(64) NOT NULL,
  agg_type     VARCHAR(32) NOT NULL,
  agg_id       VARCHAR(96) NOT NULL,
  agg_seq      BIGINT NOT NULL,
  part         INT NOT NULL,
  event_id     VARCHAR(160) NOT NULL,
  type         VARCHAR(64) NOT NULL,
  payload      LONGTEXT NOT NULL,
  made_at      DATETIME(6) NOT NULL,
  todo         VARCHAR(16),
  published_at DATETIME(6),
  CONSTRAINT ak_outbox_pk PRIMARY KEY (shop, agg_type, agg_id, agg_seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_outbox_todo ON ak_outbox (todo, shop, part, agg_seq, agg_type, agg_id);

-- Who delivers a partition of the outbox; the fence rises with each new leaseholder.
CREATE TABLE ak_outbox_part (
  shop        VARCHAR(64) NOT NULL,
  part        INT NOT NULL,
  owner       VARCHAR(160),
  fence       BIGINT NOT NULL,
  lease_until DATETIME(6) NOT NULL,
  CONSTRAINT ak_outbox_part_pk PRIMARY KEY (shop, part)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Messages that a consumer has taken in.
CREATE TABLE ak_inbox (
  shop     VARCHAR(64) NOT NULL,
  consumer VARCHAR(64) NOT NULL,
  msg_id   VARCHAR(160) NOT NULL,
  made_at  DATETIME(6) NOT NULL,
  CONSTRAINT ak_inbox_pk PRIMARY KEY (shop, consumer, msg_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How far a consumer has come in a stream.
CREATE TABLE ak_inbox_pos (
  shop     VARCHAR(64) NOT NULL,
  consumer VARCHAR(64) NOT NULL,
  agg_type VARCHAR(32) NOT NULL,
  agg_id   VARCHAR(96) NOT NULL,
  last_seq BIGINT NOT NULL,
  CONSTRAINT ak_inbox_pos_pk PRIMARY KEY (shop, consumer, agg_type, agg_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Shelves.
CREATE TABLE ak_category (
  shop        VARCHAR(64) NOT NULL,
  category_id VARCHAR(64) NOT NULL,
  parent_id   VARCHAR(64),
  name        VARCHAR(500) NOT NULL,
  ver         BIGINT NOT NULL,
  CONSTRAINT ak_category_pk PRIMARY KEY (shop, category_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Products (SPU). tags holds the sorted tags, one a line.
CREATE TABLE ak_product (
  shop        VARCHAR(64) NOT NULL,
  product_id  VARCHAR(64) NOT NULL,
  title       VARCHAR(500) NOT NULL,
  category_id VARCHAR(64),
  brand       VARCHAR(64),
  tags        LONGTEXT NOT NULL,
  ver         BIGINT NOT NULL,
  CONSTRAINT ak_product_pk PRIMARY KEY (shop, product_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Sellable variants (SKU); place is the order within the product, from 1.
CREATE TABLE ak_sku (
  shop       VARCHAR(64) NOT NULL,
  sku        VARCHAR(64) NOT NULL,
  product_id VARCHAR(64) NOT NULL,
  place      INT NOT NULL,
  title      VARCHAR(500) NOT NULL,
  tracked    BOOLEAN NOT NULL,
  active     BOOLEAN NOT NULL,
  CONSTRAINT ak_sku_pk PRIMARY KEY (shop, sku)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_sku_product ON ak_sku (shop, product_id, place);

-- Price lists of one currency.
CREATE TABLE ak_price_list (
  shop     VARCHAR(64) NOT NULL,
  list_id  VARCHAR(64) NOT NULL,
  currency VARCHAR(16) NOT NULL,
  digits   INT NOT NULL,
  priority INT NOT NULL,
  CONSTRAINT ak_price_list_pk PRIMARY KEY (shop, list_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The price of one unit of a SKU in a list, and the least that offers may leave of it, in minor units; ver is that of its newest history row.
CREATE TABLE ak_price_entry (
  shop    VARCHAR(64) NOT NULL,
  sku     VARCHAR(64) NOT NULL,
  list_id VARCHAR(64) NOT NULL,
  minor   BIGINT NOT NULL,
  ver     BIGINT NOT NULL,
  least   BIGINT,
  CONSTRAINT ak_price_entry_pk PRIMARY KEY (shop, sku, list_id),
  CONSTRAINT ak_price_entry_minor CHECK (minor >= 0)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Every price that ever applied. Append-only.
CREATE TABLE ak_price_history (
  shop    VARCHAR(64) NOT NULL,
  list_id VARCHAR(64) NOT NULL,
  sku     VARCHAR(64) NOT NULL,
  ver     BIGINT NOT NULL,
  minor   BIGINT NOT NULL,
  from_at DATETIME(6) NOT NULL,
  CONSTRAINT ak_price_history_pk PRIMARY KEY (shop, list_id, sku, ver)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Published versions of offers as canonical JSON; part of the rulesets from_ruleset up to, not including, to_ruleset.
CREATE TABLE ak_offer (
  shop         VARCHAR(64) NOT NULL,
  offer_id     VARCHAR(64) NOT NULL,
  ver          INT NOT NULL,
  body         LONGTEXT NOT NULL,
  from_ruleset BIGINT NOT NULL,
  to_ruleset   BIGINT,
  CONSTRAINT ak_offer_pk PRIMARY KEY (shop, offer_id, ver)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_offer_to ON ak_offer (shop, to_ruleset);

-- Published rulesets; the highest version whose active_from has come counts. settings: lanes and policy; changes: ids changed and retired.
CREATE TABLE ak_ruleset (
  shop    VARCHAR(64) NOT NULL,
  ver     BIGINT NOT NULL,
  hash    VARCHAR(64) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  actor   VARCHAR(160) NOT NULL,
  active_from DATETIME(6) NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  settings    LONGTEXT NOT NULL,
  changes     LONGTEXT NOT NULL,
  CONSTRAINT ak_ruleset_pk PRIMARY KEY (shop, ver)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Orders as rows for queries; the truth is their history in ak_event. Amounts in minor units.
CREATE TABLE ak_order (
  shop         VARCHAR(64) NOT NULL,
  order_id     VARCHAR(64) NOT NULL,
  order_number VARCHAR(96) NOT NULL,
  ver          BIGINT NOT NULL,
  buyer        VARCHAR(64),
  currency     VARCHAR(16) NOT NULL,
  digits       INT NOT NULL,
  placed_at    DATETIME(6) NOT NULL,
  headline     VARCHAR(32) NOT NULL,
  total        BIGINT NOT NULL,
  refunded     BIGINT NOT NULL,
  CONSTRAINT ak_order_pk PRIMARY KEY (shop, order_id),
  CONSTRAINT ak_order_number UNIQUE (shop, order_number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_order_buyer ON ak_order (shop, buyer, order_number);

-- Pieces of orders; buyer and order_number are those of the order, to find what a buyer may send back.
CREATE TABLE ak_order_piece (
  shop         VARCHAR(64) NOT NULL,
  order_id     VARCHAR(64) NOT NULL,
  piece_no     INT NOT NULL,
  order_number VARCHAR(96) NOT NULL,
  buyer        VARCHAR(64),
  sku          VARCHAR(64) NOT NULL,
  quantity     BIGINT NOT NULL,
  list_amount  BIGINT NOT NULL,
  net_amount   BIGINT NOT NULL,
  shipped      BIGINT NOT NULL,
  delivered    BIGINT NOT NULL,
  cancelled    BIGINT NOT NULL,
  returned     BIGINT NOT NULL,
  CONSTRAINT ak_order_piece_pk PRIMARY KEY (shop, order_id, piece_no)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_order_piece_buyer ON ak_order_piece (shop, buyer, sku, order_number);

-- Payments as rows for queries; todo is WORK while something is left to do, else NULL. Amounts in minor units.
CREATE TABLE ak_payment (
  shop           VARCHAR(64) NOT NULL,
  payment_id     VARCHAR(64) NOT NULL,
  provider       VARCHAR(64) NOT NULL,
  state          VARCHAR(16) NOT NULL,
  currency       VARCHAR(16) NOT NULL,
  digits         INT NOT NULL,
  amount         BIGINT NOT NULL,
  captured       BIGINT NOT NULL,
  refund_planned BIGINT NOT NULL,
  refunded       BIGINT NOT NULL,
  used_by        VARCHAR(96),
  ver            BIGINT NOT NULL,
  todo           VARCHAR(16),
  CONSTRAINT ak_payment_pk PRIMARY KEY (shop, payment_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX ak_payment_todo ON ak_payment (todo, shop);
