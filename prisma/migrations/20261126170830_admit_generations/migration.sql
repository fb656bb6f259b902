-- Which batch begins next: of those for whose key, tenant and person there is room, one of the person with the fewest at work, and of theirs the
-- oldest. One index probe for each pair of key and person that waits, whatever the length of their queues.
CREATE FUNCTION "boards"."next_turn"(user_limit int, tenant_limit int) RETURNS SETOF "boards"."generation_turns" LANGUAGE sql STABLE AS $$
  WITH RECURSIVE pair AS (
    (SELECT key_id, user_id FROM boards.generation_turns WHERE admitted_at IS NULL ORDER BY key_id, user_id LIMIT 1)
    UNION ALL
    SELECT n.key_id, n.user_id FROM pair, LATERAL (
      SELECT t.key_id, t.user_id FROM boards.generation_turns AS t
      WHERE t.admitted_at IS NULL AND (t.key_id, t.user_id) > (pair.key_id, pair.user_id) ORDER BY t.key_id, t.user_id LIMIT 1
    ) AS n
  ), at_work AS (
    SELECT key_id, user_id, tenant_id FROM boards.generation_turns WHERE admitted_at IS NOT NULL
  )
  SELECT first.* FROM pair, LATERAL (
    SELECT t.* FROM boards.generation_turns AS t
    WHERE t.admitted_at IS NULL AND t.key_id = pair.key_id AND t.user_id = pair.user_id ORDER BY t.created_at LIMIT 1
  ) AS first, LATERAL (SELECT count(*) AS users FROM at_work WHERE at_work.user_id = first.user_id) AS busy
  WHERE (SELECT count(*) FROM at_work WHERE at_work.key_id = first.key_id) < first.key_limit
    AND (SELECT count(*) FROM at_work WHERE at_work.tenant_id = first.tenant_id) < tenant_limit
    AND busy.users < user_limit
  ORDER BY busy.users, first.created_at LIMIT 1
$$;

-- Lets up to `most` batches begin, and writes the event of each into the outbox. The lock is held for this one statement, whose commit does not
-- wait for the disk: a turn that was lost begins again, and the batch is its event's id, so that it counts once.
CREATE FUNCTION "boards"."admit_generations"(user_limit int, tenant_limit int, most int)
RETURNS TABLE (id uuid, name text, data jsonb) LANGUAGE plpgsql AS $$
DECLARE
  turn boards.generation_turns;
BEGIN
  -- Whoever begins to wait calls this after their commit, as whoever makes room does: one of the two sees the other.
  IF NOT EXISTS (SELECT FROM boards.generation_turns WHERE admitted_at IS NULL) THEN RETURN; END IF;
  PERFORM set_config('synchronous_commit', 'off', true);
  PERFORM pg_advisory_xact_lock(hashtextextended('generation-turns', 0));
  FOR count IN 1..most LOOP
    SELECT * INTO turn FROM boards.next_turn(user_limit, tenant_limit);
    EXIT WHEN turn.batch_id IS NULL;
    UPDATE boards.generation_turns SET admitted_at = clock_timestamp() WHERE batch_id = turn.batch_id;
    id := turn.batch_id;
    name := 'generation/requested';
    data := jsonb_build_object('batchId', turn.batch_id, 'userId', turn.user_id, 'tenantId', turn.tenant_id);
    INSERT INTO boards.outbox_events AS event (id, name, data) VALUES (turn.batch_id, name, data) ON CONFLICT DO NOTHING;
    RETURN NEXT;
  END LOOP;
END
$$;
