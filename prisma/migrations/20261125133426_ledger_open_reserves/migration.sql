-- What was set aside lately, for reconcile-jobs, which looks for it every minute.
CREATE INDEX "idx_credit_transactions_reserved" ON "boards"."credit_transactions"("created_at") WHERE "transaction_type" = 'reserve';
