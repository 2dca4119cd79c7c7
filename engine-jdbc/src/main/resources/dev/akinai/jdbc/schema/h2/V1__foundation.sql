-- One cell: how many units of one thing may be taken, and how many are held and sold.
CREATE TABLE ak_cell (
  shop      VARCHAR(64) NOT NULL,
  cls       VARCHAR(32) NOT NULL,
  pool      VARCHAR(64) NOT NULL,
  item      VARCHAR(64) NOT NULL,
  bucket    INT         NOT NULL,
  limit_qty BIGINT      NOT NULL,
  held_qty  BIGINT      NOT NULL,
  sold_qty  BIGINT      NOT NULL,
  version   BIGINT      NOT NULL,
  CONSTRAINT ak_cell_pk PRIMARY KEY (shop, cls, pool, item, bucket)
);
