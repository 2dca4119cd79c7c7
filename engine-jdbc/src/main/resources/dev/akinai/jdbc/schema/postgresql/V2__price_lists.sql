-- Akinai, price lists: kinds, audiences, windows, quantities, units and limits. Prices that were there stay as they are.
-- Where a key needs a start, 1900-01-01 stands for always.

-- Price lists of one currency. audience holds "kind name", sorted, one a line; valid_from and valid_to are NULL for always.
ALTER TABLE ak_price_list ADD COLUMN kind varchar(16) COLLATE "C" DEFAULT 'REGULAR' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN tax varchar(16) COLLATE "C" DEFAULT 'UNSTATED' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN audience text DEFAULT '' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN valid_from TIMESTAMP(6);
ALTER TABLE ak_price_list ADD COLUMN valid_to TIMESTAMP(6);
ALTER TABLE ak_price_list ADD COLUMN stance varchar(32) COLLATE "C" DEFAULT 'STACK' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN visibility varchar(16) COLLATE "C" DEFAULT 'PUBLIC' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN aggregate_by varchar(16) COLLATE "C" DEFAULT 'SKU' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN breaks varchar(16) COLLATE "C" DEFAULT 'ALL_UNITS' NOT NULL;
ALTER TABLE ak_price_list ADD COLUMN ver BIGINT DEFAULT 1 NOT NULL;

-- Every list as it was from an instant on. Append-only.
CREATE TABLE ak_price_list_history (
  shop         varchar(64) COLLATE "C" NOT NULL,
  list_id      varchar(64) COLLATE "C" NOT NULL,
  ver          BIGINT NOT NULL,
  from_at      TIMESTAMP(6) NOT NULL,
  currency     varchar(16) COLLATE "C" NOT NULL,
  digits       INT NOT NULL,
  priority     INT NOT NULL,
  kind         varchar(16) COLLATE "C" NOT NULL,
  tax          varchar(16) COLLATE "C" NOT NULL,
  audience     text NOT NULL,
  valid_from   TIMESTAMP(6),
  valid_to     TIMESTAMP(6),
  stance       varchar(32) COLLATE "C" NOT NULL,
  visibility   varchar(16) COLLATE "C" NOT NULL,
  aggregate_by varchar(16) COLLATE "C" NOT NULL,
  breaks       varchar(16) COLLATE "C" NOT NULL,
  CONSTRAINT ak_price_list_history_pk PRIMARY KEY (shop, list_id, ver)
);
INSERT INTO ak_price_list_history (shop, list_id, ver, from_at, currency, digits, priority, kind, tax, audience, stance, visibility, aggregate_by, breaks)
  SELECT shop, list_id, 1, TIMESTAMP '1900-01-01 00:00:00', currency, digits, priority, kind, tax, audience, stance, visibility, aggregate_by, breaks FROM ak_price_list;

-- The price of so many units of a SKU in a list, from a quantity and an instant on. A removed one stays, inactive, to keep the number
-- of its newest history row. least is what offers may leave; allotment and per_buyer limit the units.
ALTER TABLE ak_price_entry ADD COLUMN min_qty BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ak_price_entry ADD COLUMN valid_from TIMESTAMP(6) DEFAULT TIMESTAMP '1900-01-01 00:00:00' NOT NULL;
ALTER TABLE ak_price_entry ADD COLUMN valid_to TIMESTAMP(6);
ALTER TABLE ak_price_entry ADD COLUMN per_qty BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ak_price_entry ADD COLUMN allotment BIGINT;
ALTER TABLE ak_price_entry ADD COLUMN per_buyer BIGINT;
ALTER TABLE ak_price_entry ADD COLUMN active BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE ak_price_entry DROP CONSTRAINT ak_price_entry_pk;
ALTER TABLE ak_price_entry ADD CONSTRAINT ak_price_entry_pk PRIMARY KEY (shop, sku, list_id, min_qty, valid_from);

-- Every change of a price; active is false where it was removed. Append-only.
ALTER TABLE ak_price_history ADD COLUMN min_qty BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ak_price_history ADD COLUMN valid_from TIMESTAMP(6) DEFAULT TIMESTAMP '1900-01-01 00:00:00' NOT NULL;
ALTER TABLE ak_price_history ADD COLUMN valid_to TIMESTAMP(6);
ALTER TABLE ak_price_history ADD COLUMN per_qty BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ak_price_history ADD COLUMN active BOOLEAN DEFAULT TRUE NOT NULL;
CREATE INDEX ak_price_history_sku ON ak_price_history (shop, sku, list_id, ver);
