import type { Client } from "pg";
import { gramsOf } from "../../../lib/generations/search-index/search-text";

/** How much there is: 1.2 million generations on 2,009 boards, and what lies around them. */
const size = {
  users: 500,
  smallBoards: 2_000,
  onSmallBoard: 500,
  onLargeBoard: 200_000,
  strangerBoards: 8,
  taggings: 300_000,
  events: 300_000,
  ledgerLines: 500_000,
  auditEntries: 100_000,
  providerJobs: 100_000,
  descendants: 5_000,
  marks: 100_000,
};

/** What the queries ask for. */
export interface Seeded {
  largeBoardId: string;
  /** A generation from which 5,000 were made. */
  ancestorId: string;
  /** The cursor of the large board's generation in the middle. */
  middleCursor: string;
}

const tables = [
  "generations",
  "generation_search_texts",
  "generation_inputs",
  "generation_tags",
  "generation_events",
  "generation_marks",
  "board_generation_counts",
  "credit_transactions",
  "audit_entries",
  "provider_jobs",
  "boards",
];

/**
 * Fills the database of an installation that has one tenant and one owner, in some minutes. Triggers are off meanwhile, what they keep is
 * written here, and indexes are made at the end.
 */
export async function seedGrowth(client: Client): Promise<Seeded> {
  await client.query(
    "SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET synchronous_commit = off; SET statement_timeout = 0; SET transaction_timeout = 0",
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT format('%I.%I', schemaname, indexname) AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = 'boards' AND tablename = ANY($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)
      AND indexname NOT LIKE '%_key'`,
    [tables],
  );
  await client.query(indexes.map(({ name }) => `DROP INDEX ${name};`).join("\n"));
  await writeTexts(client);
  await client.query(rowsSql);
  await client.query(indexes.map(({ definition }) => `${definition};`).join("\n"));
  await client.query("SET session_replication_role = DEFAULT");
  // As autovacuum leaves what has grown over months: an index alone answers only of pages that were vacuumed.
  await client.query("VACUUM (ANALYZE)");
  return findSeeded(client);
}

/** The prompts there are, with what the search knows of each: of ten words, of which one is on one text in a thousand. */
async function writeTexts(client: Client): Promise<void> {
  const words = ["lighthouse", "harbor", "fog", "morning", "portrait", "cinematic", "forest", "river", "neon", "city", "soft", "light", "old", "map"];
  const texts = Array.from({ length: 2000 }, (_, number) => {
    const chosen = Array.from({ length: 5 }, (_, place) => words[(number * 7 + place * (1 + (number % 3))) % words.length]);
    return `${chosen.join(" ")} ${number % 1000 === 0 ? "zeppelin" : `n${number}`}`;
  });
  await client.query("CREATE TEMPORARY TABLE texts (number int PRIMARY KEY, text text NOT NULL, grams int[] NOT NULL)");
  await client.query(
    "INSERT INTO texts SELECT (row ->> 'number')::int, row ->> 'text', ARRAY(SELECT jsonb_array_elements_text(row -> 'grams')::int) FROM jsonb_array_elements($1::jsonb) row",
    [JSON.stringify(texts.map((text, number) => ({ number, text, grams: gramsOf(text) })))],
  );
}

const rowsSql = `
CREATE TEMPORARY TABLE owner AS SELECT id, tenant_id FROM boards.users ORDER BY created_at LIMIT 1;
INSERT INTO boards.tenants (id, name, slug) VALUES (uuidv7(), 'Another tenant', 'another');
INSERT INTO boards.accounts (id, auth_provider, auth_subject, email)
  SELECT uuidv7(), 'jwt', 'person-' || number, 'person-' || number || '@example.com' FROM generate_series(1, ${size.users}) number;
INSERT INTO boards.users (id, tenant_id, account_id, display_name)
  SELECT uuidv7(), owner.tenant_id, account.id, account.auth_subject FROM boards.accounts account, owner WHERE auth_subject LIKE 'person-%';
CREATE TEMPORARY TABLE people AS SELECT row_number() OVER (ORDER BY created_at, id) - 1 AS number, id, tenant_id FROM boards.users;

INSERT INTO boards.boards (id, tenant_id, owner_id, title, is_public, search_text, created_at, updated_at)
  SELECT uuidv7(), owner.tenant_id, CASE WHEN place % 10 = 0 THEN owner.id ELSE people.id END, 'Board ' || place, place % 4 = 1, 'board ' || place,
    now() - place * interval '1 hour', now() - place * interval '1 hour'
  FROM generate_series(1, ${size.smallBoards}) place, owner, people WHERE people.number = place % ${size.users + 1};
INSERT INTO boards.boards (id, tenant_id, owner_id, title, search_text) SELECT uuidv7(), tenant_id, id, 'The large board', 'the large board' FROM owner;
INSERT INTO boards.boards (id, tenant_id, owner_id, title, is_public, search_text)
  SELECT uuidv7(), tenants.id, owner.id, 'Elsewhere ' || number, true, 'elsewhere ' || number
  FROM generate_series(1, ${size.strangerBoards}) number, boards.tenants, owner WHERE slug = 'another';
INSERT INTO boards.board_members (id, board_id, user_id, role)
  SELECT uuidv7(), boards.id, owner.id, 'editor' FROM boards.boards, owner WHERE boards.owner_id <> owner.id AND right(boards.title, 1) = '7';

CREATE TEMPORARY TABLE made AS
  SELECT uuidv7() AS id, board.tenant_id, board.id AS board_id, people.id AS user_id, place, (hashint4(place) & 2147483647) % 2000 AS text_number,
    now() - place * interval '40 seconds' - (hashtext(board.id::text) & 1023) * interval '1 minute' AS created_at
  FROM boards.boards board
  CROSS JOIN LATERAL generate_series(1, CASE WHEN title = 'The large board' THEN ${size.onLargeBoard} ELSE ${size.onSmallBoard} END) place
  JOIN people ON people.number = place % 7;
INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, input_params, status, phase, progress, started_at,
    completed_at, created_at, updated_at, batch_id, estimated_cost_usd, cost_usd, storage_key, thumbnail_widths, content_hash, mime_type, file_size_bytes, width, height)
  SELECT id, tenant_id, board_id, user_id, (ARRAY['fal-flux-2', 'nano-banana', 'veo3', 'gpt-image-1', 'kling-video-v3'])[1 + place % 5],
    CASE WHEN place % 5 IN (2, 4) THEN 'video' ELSE 'image' END, jsonb_build_object('prompt', texts.text, 'seed', place),
    CASE WHEN place % 50 = 0 THEN 'failed' ELSE 'completed' END, 'finalizing', 100, created_at, created_at, created_at, created_at, id, 0.04, 0.04,
    tenant_id || '/image/' || board_id || '/' || id || '/original', '{320,640,1280}', md5(id::text) || md5(id::text), 'image/png', 1000000, 1344, 768
  FROM made JOIN texts ON texts.number = made.text_number;
INSERT INTO boards.board_generation_counts (board_id, change) SELECT board_id, count(*) FROM made GROUP BY board_id;
INSERT INTO boards.generation_search_texts (generation_id, text, grams)
  SELECT made.id, texts.text, texts.grams FROM made JOIN texts ON texts.number = made.text_number;

CREATE TEMPORARY TABLE large AS SELECT made.* FROM made JOIN boards.boards ON boards.id = board_id WHERE title = 'The large board';
CREATE TEMPORARY TABLE tree AS SELECT id, place, created_at FROM large WHERE place <= ${size.descendants + 1};
INSERT INTO boards.generation_inputs (generation_id, position, role, input_generation_id, artifact_type, created_at)
  SELECT child.id, 0, 'image', parent.id, 'image', child.created_at FROM tree child JOIN tree parent ON parent.place = 1 WHERE child.place > 1;
UPDATE boards.generations SET input_artifacts = jsonb_build_array(jsonb_build_object('generation_id', edge.input_generation_id, 'role', edge.role, 'artifact_type', 'image'))
  FROM boards.generation_inputs edge WHERE edge.generation_id = generations.id;

INSERT INTO boards.tags (id, tenant_id, name, slug, name_key) SELECT uuidv7(), tenant_id, 'Tag ' || number, 'tag-' || number, 'tag ' || number FROM owner, generate_series(1, 100) number;
CREATE TEMPORARY TABLE tag_numbers AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM boards.tags;
CREATE TEMPORARY TABLE tagged AS SELECT id, row_number() OVER () AS number FROM made LIMIT ${size.taggings};
INSERT INTO boards.generation_tags (id, generation_id, tag_id) SELECT uuidv7(), tagged.id, tag.id FROM tagged JOIN tag_numbers tag ON tag.number = tagged.number % 100;
UPDATE boards.generations SET tag_ids = ARRAY[tag.tag_id] FROM boards.generation_tags tag WHERE tag.generation_id = generations.id;
INSERT INTO boards.generation_marks (user_id, generation_id, is_starred, rating)
  SELECT owner.id, tagged.id, number % 2 = 0, 1 + number % 5 FROM tagged, owner WHERE number <= ${size.marks};

INSERT INTO boards.generation_events (board_id, number, generation_id, type, payload)
  SELECT board_id, place, id, 'completed', '{"status":"completed"}' FROM large LIMIT ${size.events};
INSERT INTO boards.board_event_counters (board_id, last_number) SELECT board_id, max(place) FROM large GROUP BY board_id;

CREATE TEMPORARY TABLE billed AS SELECT *, row_number() OVER () AS number FROM made WHERE tenant_id = (SELECT tenant_id FROM owner) LIMIT ${size.ledgerLines / 2};
-- The ledger's trigger keeps the daily sums.
SET session_replication_role = DEFAULT;
INSERT INTO boards.credit_transactions (id, tenant_id, user_id, transaction_type, amount, balance_after, generation_id, board_id, generator_name, created_at)
  SELECT uuidv7(), tenant_id, user_id, 'reserve', -0.05, 0, id, board_id, 'fal-flux-2', now() - number * interval '2 minutes' FROM billed;
INSERT INTO boards.credit_transactions (id, tenant_id, user_id, transaction_type, amount, balance_after, generation_id, board_id, generator_name, created_at)
  SELECT uuidv7(), tenant_id, user_id, 'finalize', 0.01, 0, id, board_id, 'fal-flux-2', now() - number * interval '2 minutes' + interval '20 seconds' FROM billed;
SET session_replication_role = replica;
INSERT INTO boards.credit_accounts (user_id, tenant_id, balance)
  SELECT user_id, tenant_id, sum(amount) FROM boards.credit_transactions GROUP BY user_id, tenant_id;

INSERT INTO boards.audit_entries (id, tenant_id, user_id, via, action, created_at)
  SELECT uuidv7(), owner.tenant_id, people.id, 'session', (ARRAY['createBoard', 'createGeneration', 'signIn'])[1 + entry % 3], now() - entry * interval '1 minute'
  FROM generate_series(1, ${size.auditEntries}) entry, owner, people WHERE people.number = entry % ${size.users + 1};
INSERT INTO boards.provider_jobs (id, tenant_id, batch_id, attempt, generator_name, provider_name, endpoint, key_id, state, started_at, deadline_at, ended_at, created_at)
  SELECT uuidv7(), tenant_id, id, 1, 'fal-flux-2', 'fal', 'fal-ai/flux-2', 'fal', CASE WHEN number % 97 = 0 THEN 'failed' ELSE 'succeeded' END, created_at,
    created_at + interval '1 hour', created_at, created_at
  FROM billed LIMIT ${size.providerJobs};`;

async function findSeeded(client: Client): Promise<Seeded> {
  const { rows } = await client.query<{ large: string; ancestor: string; middle: string; at: Date }>(`
    SELECT boards.id AS large, (SELECT id FROM tree WHERE place = 1) AS ancestor, middle.id AS middle, middle.created_at AS at
    FROM boards.boards, (SELECT id, created_at FROM boards.generations WHERE id = (SELECT id FROM large WHERE place = ${size.onLargeBoard / 2})) AS middle
    WHERE title = 'The large board'`);
  const [row] = rows;
  if (!row) throw new Error("nothing was seeded");
  const middleCursor = Buffer.from(JSON.stringify(["d", row.at.toISOString(), row.middle])).toString("base64url");
  return { largeBoardId: row.large, ancestorId: row.ancestor, middleCursor };
}
