-- As it was before uploads had a queue of their own.
CREATE OR REPLACE FUNCTION "boards"."next_turn"(user_limit int, tenant_limit int) RETURNS SETOF "boards"."generation_turns" LANGUAGE sql STABLE AS $$
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
