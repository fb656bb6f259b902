import { Client } from "pg";
import sharp from "sharp";
import { itemsQuery, sectionsQuery } from "../../lib/client/gallery/gallery-queries";
import { tilesQuery } from "../../lib/client/gallery/tile-loader";
import { jwtSettings } from "../../lib/testing/bearer";
import { startInstallation } from "../fixtures/installation";
import { asScreensAsk } from "./ask";
import { compareMachine } from "./compare-machine";
import { cpuOfDescendants } from "./cpu-time";
import { isMet } from "./figures";
import { becomeOwner } from "./owner";

const rounds = Number(process.env.BENCH_ROUNDS ?? 400);
const atOnce = 4;
const [boards, generationsOfEach] = [50, 50];

const boardPage = `query ($boardId: UUID!) {
  board(id: $boardId) {
    id title generationCount owner { displayName }
    generations(limit: 50) { id status artifactType generatorName inputParams storageUrl thumbnailUrl createdAt user { id displayName } }
  }
}`;
const boardList = `{
  myBoards(limit: 50) { id title description updatedAt generationCount permissions { canEdit canDelete } coverGenerations { id thumbnailUrl(width: 640) } }
}`;

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}
type Ask = (asked: Asked) => { url: string; init: RequestInit };

/** What is measured: a request, and how many CPU milliseconds it may take on the machine of the goals (`compareMachine`). */
interface Measured {
  name: string;
  goalMs: number;
  url: string;
  init: RequestInit;
  status?: number;
}

/**
 * CPU milliseconds a request, over all processes of an installation of its own, PostgreSQL included; what it uses at rest is left out. The
 * installation has 50 boards of 50 generations, and its caller shows a bearer token. Reads /proc, and so runs on Linux alone.
 */
export async function measureRequests(): Promise<void> {
  const settings = { ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "", BOARDS_LOG_LEVEL: "error" };
  const installation = await startInstallation("requests", settings);
  const { url } = installation;
  const headers = await becomeOwner(installation);
  const json = { ...headers, "content-type": "application/json" };
  const boardId = await seed(await installation.databaseUrl());
  const { thumbnail } = await upload(url, headers, boardId);
  const etag = (await sent(thumbnail, {})).headers.get("etag") ?? "";

  const ask: Ask = (asked) => ({ url: `${url}/api/graphql`, init: { method: "POST", headers: json, body: JSON.stringify(asked) } });
  const { index, page, tiles } = await galleryOf(boardId, ask);
  const measured: Measured[] = [
    { name: "__typename", goalMs: 1.5, ...ask({ query: "{ __typename }" }) },
    { name: "the sections of a board's gallery", goalMs: 3, ...ask(index) },
    { name: "a section of 50", goalMs: 3, ...ask(page) },
    { name: "the tiles of a board, 50", goalMs: 7, ...ask(tiles) },
    { name: "a board page of 50, with inputParams and user", goalMs: 12, ...ask({ query: boardPage, variables: { boardId } }) },
    { name: "myBoards: 50 boards of 50, with counts and covers", goalMs: 12, ...ask({ query: boardList }) },
    { name: "a signed file", goalMs: 1.8, url: thumbnail, init: {} },
    { name: "a signed file that the browser has (304)", goalMs: 1, url: thumbnail, init: { headers: { "if-none-match": etag } }, status: 304 },
  ];
  const slowness = await compareMachine(url);
  console.log(`CPU a request, ${rounds} of each, ${atOnce} at a time`);
  for (const each of measured) await measure(each, slowness);
}

async function measure({ name, goalMs, url, init, status = 200 }: Measured, slowness: number): Promise<void> {
  const { bytes } = await sent(url, init, status);
  await repeat(rounds, () => sent(url, init, status));
  const rest = await during(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const work = await during(() => repeat(rounds, () => sent(url, init, status)));
  const of = (program: string) => Math.max(0, work.of(program) - (rest.of(program) / rest.elapsedMs) * work.elapsedMs) / rounds;
  const [node, postgres] = [of("node"), of("postgres")];
  const verdict = isMet(node + postgres, { most: goalMs, slowness }) ? "met" : "missed";
  console.log(
    `${name.padEnd(52)} ${shown(node + postgres)} ms (Node.js ${shown(node)}, PostgreSQL ${shown(postgres)}), ${shown((node + postgres) / slowness)} there, goal ${shown(goalMs)} ${verdict}   ${bytes} bytes`,
  );
}

const shown = (ms: number) => ms.toFixed(2).padStart(6);

async function during(work: () => Promise<unknown>) {
  const [before, start] = [cpuOfDescendants(), performance.now()];
  await work();
  const [after, elapsedMs] = [cpuOfDescendants(), performance.now() - start];
  return { elapsedMs, of: (program: string) => (after.get(program) ?? 0) - (before.get(program) ?? 0) };
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function sent(url: string, init: RequestInit, status = 200): Promise<{ headers: Headers; text: string; bytes: number }> {
  const response = await fetch(url, init);
  const body = Buffer.from(await response.arrayBuffer());
  const text = body.toString();
  if (response.status !== status || text.includes('"errors"')) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 1000)}`);
  return { headers: response.headers, text, bytes: body.byteLength };
}

/** Boards of the installation's owner, with generations as they are when they are done. Answers the id of one. */
async function seed(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    INSERT INTO boards.boards (id, tenant_id, owner_id, title)
    SELECT uuidv7(), tenant_id, id, 'Board ' || number FROM boards.users, generate_series(1, ${boards}) number;
    INSERT INTO boards.generations (id, tenant_id, board_id, user_id, generator_name, artifact_type, input_params, status, phase, progress,
      started_at, completed_at, created_at, batch_id, storage_key, thumbnail_widths, content_hash, mime_type, file_size_bytes, width, height)
    SELECT id, tenant_id, board_id, owner_id, 'fal-flux-2', 'image',
      jsonb_build_object('prompt', repeat('a lighthouse in the fog, ', 8), 'seed', number, 'aspect_ratio', '16:9'),
      'completed', 'finalizing', 100, now(), now(), now() - number * interval '1 minute', id,
      tenant_id || '/image/' || board_id || '/' || id || '/original', '{320,640,1280}', repeat('a', 64), 'image/png', 1000000, 1344, 768
    FROM (SELECT uuidv7() AS id, tenant_id, id AS board_id, owner_id, number FROM boards.boards, generate_series(1, ${generationsOfEach}) number) rows;
    ANALYZE boards.boards; ANALYZE boards.generations; ANALYZE boards.users;`);
  const { rows } = await client.query<{ id: string }>("SELECT id FROM boards.boards ORDER BY title LIMIT 1");
  await client.end();
  return rows[0]?.id ?? "";
}

/** What a browser asks for to show the board: the index, its newest section, and the tiles that are seen. */
async function galleryOf(boardId: string, ask: Ask) {
  const answer = async (asked: Asked) => {
    const { url, init } = ask(asked);
    return JSON.parse((await sent(url, init)).text).data;
  };
  const index = asScreensAsk(sectionsQuery, { search: { boardId }, timeZone: "UTC" });
  const { gallerySections } = await answer(index);
  const page = asScreensAsk(itemsQuery, { search: { boardId }, start: gallerySections.starts[0], end: gallerySections.ends[0] });
  const { galleryItems } = await answer(page);
  return { index, page, tiles: asScreensAsk(tilesQuery, { ids: galleryItems.ids.slice(0, 50) }) };
}

/** Puts an image onto a board; the signed address of its thumbnail. */
async function upload(url: string, headers: Record<string, string>, boardId: string): Promise<{ thumbnail: string }> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 20 };
  const image = await sharp({ create: { width: 1024, height: 768, channels: 3, background: "gray", noise } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.set("board_id", boardId);
  form.set("artifact_type", "image");
  form.set("file", new File([new Uint8Array(image)], "image.png", { type: "image/png" }));
  await sent(`${url}/api/uploads/artifact`, { method: "POST", headers, body: form });
  const query = `{ recentGenerations(boardId: "${boardId}", limit: 1) { thumbnailUrl(width: 320) } }`;
  const init = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify({ query }) };
  const { data } = JSON.parse((await sent(`${url}/api/graphql`, init)).text) as { data: { recentGenerations: { thumbnailUrl: string }[] } };
  return { thumbnail: data.recentGenerations[0]?.thumbnailUrl ?? "" };
}
