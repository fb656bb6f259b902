-- CreateTable
CREATE TABLE "boards"."spending_days" (
    "day" DATE NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "generator_name" VARCHAR(100) NOT NULL,
    "usd" DECIMAL(18,6) NOT NULL,
    "generations" INTEGER NOT NULL,

    CONSTRAINT "spending_days_pkey" PRIMARY KEY ("tenant_id","day","user_id","board_id","generator_name")
);

-- CreateIndex
CREATE INDEX "idx_spending_days_user" ON "boards"."spending_days"("user_id");

-- AddForeignKey
ALTER TABLE "boards"."spending_days" ADD CONSTRAINT "spending_days_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "boards"."tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards"."spending_days" ADD CONSTRAINT "spending_days_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "boards"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Read within a tenant, written by the trigger alone.
GRANT SELECT ON "boards"."spending_days" TO boards_tenant;
ALTER TABLE "boards"."spending_days" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant_wall_read" ON "boards"."spending_days" FOR SELECT TO boards_tenant USING ("tenant_id" = "boards"."wall_tenant"());

-- Each entry counts on the day on which its generation was asked for. Several days are taken in the order of their keys.
CREATE FUNCTION "boards"."add_spending"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO boards.spending_days AS spent (day, tenant_id, user_id, board_id, generator_name, usd, generations)
  SELECT (asked.created_at AT TIME ZONE 'UTC')::date, asked.tenant_id, asked.user_id,
    coalesce(asked.board_id, '00000000-0000-0000-0000-000000000000'), coalesce(asked.generator_name, ''),
    -sum(line.amount), count(*) FILTER (WHERE line.id = asked.id)
  FROM added AS line JOIN boards.credit_transactions AS asked USING (generation_id)
  WHERE asked.transaction_type = 'reserve' AND line.transaction_type IN ('reserve', 'finalize', 'refund')
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (tenant_id, day, user_id, board_id, generator_name)
    DO UPDATE SET usd = spent.usd + excluded.usd, generations = spent.generations + excluded.generations;
  RETURN NULL;
END $$;
CREATE TRIGGER "trg_credit_transactions_spending" AFTER INSERT ON "boards"."credit_transactions" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "boards"."add_spending"();

-- What is there already. The trigger keeps others from writing until this is done.
INSERT INTO "boards"."spending_days" ("day", "tenant_id", "user_id", "board_id", "generator_name", "usd", "generations")
SELECT (asked."created_at" AT TIME ZONE 'UTC')::date, asked."tenant_id", asked."user_id",
  coalesce(asked."board_id", '00000000-0000-0000-0000-000000000000'), coalesce(asked."generator_name", ''),
  -sum(line."amount"), count(*) FILTER (WHERE line."id" = asked."id")
FROM "boards"."credit_transactions" AS asked JOIN "boards"."credit_transactions" AS line USING ("generation_id")
WHERE asked."transaction_type" = 'reserve' AND line."transaction_type" IN ('reserve', 'finalize', 'refund')
GROUP BY 1, 2, 3, 4, 5;
