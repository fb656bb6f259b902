DROP INDEX "boards"."idx_credit_transactions_reserved";
