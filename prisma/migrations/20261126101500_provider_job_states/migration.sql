-- Which state of a provider job may follow which: lib/generations/provider-jobs/job-states.ts, which a test holds against this.
CREATE FUNCTION "boards"."keep_provider_job_states"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = ANY (CASE OLD.state
    WHEN 'intent' THEN ARRAY['submitted', 'unknown', 'succeeded', 'failed', 'cancelled', 'refused']
    WHEN 'submitted' THEN ARRAY['succeeded', 'failed', 'cancelled']
    WHEN 'unknown' THEN ARRAY['submitted', 'needs_review', 'succeeded', 'failed', 'cancelled', 'refused']
    WHEN 'needs_review' THEN ARRAY['submitted', 'succeeded', 'failed', 'cancelled', 'refused']
    WHEN 'refused' THEN ARRAY['intent']
    ELSE ARRAY[]::text[]
  END) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'provider job % is % and cannot become %', OLD.id, OLD.state, NEW.state
    USING ERRCODE = 'check_violation', CONSTRAINT = 'provider_jobs_state_order';
END $$;
CREATE TRIGGER "trg_provider_jobs_state_order" BEFORE UPDATE OF "state" ON "boards"."provider_jobs" FOR EACH ROW
  WHEN (NEW."state" IS DISTINCT FROM OLD."state") EXECUTE FUNCTION "boards"."keep_provider_job_states"();
