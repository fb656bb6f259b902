import { Client } from "pg";
import sharp from "sharp";
import { ask } from "../ask";

/** How many results a large board has. */
export const manyResults = Number(process.env.BENCH_RESULTS ?? 200_000);
/** Widths and heights of the images that all results share. */
const shapes = [
  [1024, 1024],
  [1344, 768],
  [768, 1344],
  [1216, 832],
  [832, 1216],
  [1536, 640],
];
const copiesOfEach = 2;

interface Seed {
  title?: string;
  count?: number;
  /** Of the usual widths and heights. */
  scale?: number;
}

/**
 * A board of 200,000 results over more than a year, one every three minutes. They share a few files, so that all thumbnails load, and what is found of
 * these files: their names. Answers its ID.
 */
export async function seedGallery(
  url: string,
  databaseUrl: string,
  { title = "The large board", count = manyResults, scale = 1 }: Seed = {},
): Promise<string> {
  const create = "mutation ($title: String!) { createBoard(input: { title: $title }) { id } }";
  const { createBoard } = await ask<{ createBoard: { id: string } }>(create, { title }, url);
  for (const [place, shape] of Array.from({ length: copiesOfEach }, () => shapes)
    .flat()
    .entries())
    await upload(
      url,
      createBoard.id,
      shape.map((side) => Math.round(side * scale)),
      place,
    );
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("SET session_replication_role = replica; SET statement_timeout = 0; SET transaction_timeout = 0");
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_schema = 'boards' AND table_name = 'generations' AND column_name NOT IN ('id', 'batch_id', 'created_at', 'updated_at') AND is_generated = 'NEVER'`,
  );
  const columns = rows[0]?.columns ?? "";
  await client.query(
    `WITH made AS (SELECT uuidv7() AS new_id, place FROM generate_series(1, ${count}) place),
       shared AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS number FROM boards.generations WHERE board_id = $1),
       inserted AS (
         INSERT INTO boards.generations (id, batch_id, created_at, updated_at, ${columns})
         SELECT new_id, new_id, now() - place * interval '3 minutes', now(), ${columns}
         FROM made JOIN shared ON number = (hashint4(place) & 1023) % ${shapes.length * copiesOfEach} RETURNING id, storage_key
       )
     INSERT INTO boards.generation_search_texts (generation_id, text, grams)
     SELECT inserted.id, text, grams FROM inserted JOIN shared USING (storage_key) JOIN boards.generation_search_texts ON generation_id = shared.id`,
    [createBoard.id],
  );
  await client.query("INSERT INTO boards.board_generation_counts (board_id, change) VALUES ($1, $2)", [createBoard.id, count]);
  await client.query("VACUUM ANALYZE boards.generations, boards.generation_search_texts");
  await client.end();
  return createBoard.id;
}

async function upload(url: string, boardId: string, [width = 1024, height = 1024]: number[] = [], place: number): Promise<void> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 30 };
  const background = { r: (place * 53) % 256, g: (place * 97) % 256, b: (place * 151) % 256 };
  const image = await sharp({ create: { width, height, channels: 3, background } })
    .composite([{ input: { create: { width: width / 2, height: height / 2, channels: 3, background, noise } } }])
    .png()
    .toBuffer();
  const form = new FormData();
  form.set("board_id", boardId);
  form.set("artifact_type", "image");
  form.set("file", new File([new Uint8Array(image)], `shape-${place}.png`, { type: "image/png" }));
  const response = await fetch(`${url}/api/uploads/artifact`, { method: "POST", body: form });
  if (!response.ok) throw new Error(await response.text());
}
