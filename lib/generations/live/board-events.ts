import { artifactUrls } from "@/lib/generations/artifacts/artifact-urls";
import { fileNoteOf, isSimulated } from "@/lib/generations/artifacts/notes-of-file";
import { textContentOf } from "@/lib/generations/artifacts/text-content";
import type { GenerationEventPayload, GenerationEventType } from "@/lib/generations/progress/append-event";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import type { Generation } from "@/prisma/generated/client";

/** One row of the journal, as clients get it. */
export interface BoardEvent extends GenerationEventPayload {
  boardId: string;
  /** 1, 2, 3 … within the board. Numbers of what nobody may see any more are left out. */
  number: number;
  generationId: string;
  type: GenerationEventType;
  startedAt: Date | null;
  completedAt: Date | null;
  /** With `completed`, what a tile shows of the file. All who may see the board may see it. Made when it is told: its addresses end. */
  readonly tellResult?: () => Promise<GenerationResult>;
}

/** What a board shows of a finished generation, so that nobody has to ask for it. */
export interface GenerationResult {
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  mimeType: string | null;
  storageUrl: string | null;
  /** Addresses of the previews by the width that is asked for. */
  thumbnailUrls: Record<number, string | null>;
  /** The preview as a ThumbHash, in base64. */
  placeholder: string | null;
  /** Frames of a video, side by side. */
  stripUrl: string | null;
  stripFrames: number;
  /** The waveform of a sound. */
  peaks: string | null;
  /** The start of a text. */
  textContent: string | null;
  isSimulated: boolean;
  fileNote: string | null;
}

/** A part of a board's journal: its visible events, the number up to which it was read, and whether there is more. */
export interface JournalPage {
  events: BoardEvent[];
  number: number;
  hasMore: boolean;
}

type ResultRow = Pick<
  Generation,
  "id" | "generatorName" | "artifactType" | "storageKey" | "storageUrl" | "mimeType" | "thumbnailWidths" | "thumbnailUrl" | "outputMetadata"
> &
  Pick<Generation, "width" | "height" | "durationSeconds" | "placeholder" | "stripFrames" | "peaks">;

interface Row extends ResultRow {
  number: bigint;
  type: GenerationEventType;
  payload: GenerationEventPayload;
  is_visible: boolean;
  startedAt: Date | null;
  completedAt: Date | null;
}

const tileWidths = [320, 640, 1280];
const tileTextLength = 600;

/**
 * The journal of a board after `number`, oldest first, at most `limit` rows. Of what has left the board (into the trash, to another board,
 * for good) it only says that it did. Read for the installation, since one reading serves everyone who watches.
 */
export async function readJournal(boardId: string, number: number, limit: number): Promise<JournalPage> {
  const rows = await asInstallation(
    () => db().$queryRaw<Row[]>`
      SELECT e.number, e.generation_id::text AS id, e.type, e.payload, e.type = 'deleted' OR g.id IS NOT NULL AS is_visible,
        g.started_at AS "startedAt", g.completed_at AS "completedAt", g.generator_name AS "generatorName", g.artifact_type AS "artifactType",
        g.storage_key AS "storageKey", g.storage_url AS "storageUrl", g.mime_type AS "mimeType", g.thumbnail_widths AS "thumbnailWidths",
        g.thumbnail_url AS "thumbnailUrl", g.placeholder, g.strip_frames AS "stripFrames", g.peaks, g.width, g.height, g.duration_seconds AS "durationSeconds",
        CASE WHEN e.type = 'completed' THEN g.output_metadata END AS "outputMetadata"
      FROM boards.generation_events AS e
      LEFT JOIN boards.generations AS g ON g.id = e.generation_id AND g.board_id = e.board_id AND g.trashed_at IS NULL
      WHERE e.board_id = ${boardId}::uuid AND e.number > ${number}
      ORDER BY e.number LIMIT ${limit}`,
  );
  const visible = rows.filter((row) => row.is_visible);
  return { events: visible.map((row) => eventOf(boardId, row)), number: Number(rows.at(-1)?.number ?? number), hasMore: rows.length === limit };
}

function eventOf(boardId: string, row: Row): BoardEvent {
  const { number, id, type, payload, startedAt, completedAt } = row;
  const told = type === "deleted" ? { ...payload, message: null, errorCode: null, errorMessage: null } : payload;
  const event = { ...told, boardId, number: Number(number), generationId: id, type, startedAt, completedAt };
  if (type !== "completed") return event;
  return { ...event, tellResult: () => resultOf(row) };
}

async function resultOf(row: ResultRow): Promise<GenerationResult> {
  const { width, height, durationSeconds, mimeType, stripFrames, peaks } = row;
  const thumbnails = await Promise.all(tileWidths.map(async (each) => [each, await artifactUrls.thumbnail(row, each)]));
  return {
    ...{ width, height, durationSeconds, mimeType },
    storageUrl: await artifactUrls.file(row),
    thumbnailUrls: Object.fromEntries(thumbnails),
    placeholder: row.placeholder || null,
    ...{ stripUrl: await artifactUrls.strip(row), stripFrames, peaks },
    textContent: textContentOf(row, tileTextLength),
    isSimulated: isSimulated(row),
    fileNote: fileNoteOf(row),
  };
}

/** The number of the newest event of a board; 0 when nothing happened yet. */
export async function lastEventNumber(boardId: string): Promise<number> {
  const counter = await asInstallation(() => db().boardEventCounter.findUnique({ where: { boardId } }));
  return Number(counter?.lastNumber ?? 0);
}
