DROP TRIGGER "trg_credit_transactions_spending" ON "boards"."credit_transactions";
DROP FUNCTION "boards"."add_spending"();

-- DropForeignKey
ALTER TABLE "boards"."spending_days" DROP CONSTRAINT "spending_days_tenant_id_fkey";

-- DropForeignKey
ALTER TABLE "boards"."spending_days" DROP CONSTRAINT "spending_days_user_id_fkey";

-- DropTable
DROP TABLE "boards"."spending_days";
