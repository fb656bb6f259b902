DROP TRIGGER "trg_provider_jobs_state_order" ON "boards"."provider_jobs";
DROP FUNCTION "boards"."keep_provider_job_states"();
