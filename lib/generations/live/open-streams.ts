import type { EventStream } from "@/lib/generations/live/event-stream";
import { boardIsFamiliarToSql, boardIsVisibleToSql } from "@/lib/identity/access/board-policy";
import { tenantIsApprovedSql } from "@/lib/identity/tenants/approval";
import { isTenantAdmin } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Prisma } from "@/prisma/generated/client";

const reviewIntervalMs = 2000;
/** A client that has not read what waits for it for this long is dropped; it can come again and go on where it was. */
const patienceMs = 30_000;
/** How long a stream may stay open on Vercel, which would cut it in the middle after `maxDuration` of its route. */
const longestOnVercelMs = 220_000;

/** Every event stream that this process has open. Rights that end while one is open end it within seconds. */
class OpenStreams {
  private readonly streams = new Set<EventStream>();
  private timer: NodeJS.Timeout | undefined;

  add(stream: EventStream): void {
    this.streams.add(stream);
    this.timer ??= this.schedule();
  }

  delete(stream: EventStream): void {
    this.streams.delete(stream);
  }

  /** Ends what is open for too long, drops who does not read, takes away the boards that someone may no longer see, and notes where they are strangers now: one statement for all. */
  async review(now = Date.now(), longestMs = env().isOnVercel ? longestOnVercelMs : Number.POSITIVE_INFINITY): Promise<void> {
    for (const stream of this.streams) if (now - stream.openedAt > longestMs) stream.end();
    const streams = [...this.streams];
    for (const stream of streams) if (stream.waitingSince !== null && now - stream.waitingSince > patienceMs) stream.drop();
    const holds = await stillVisible(streams);
    for (const stream of streams) {
      for (const boardId of stream.boardIds) {
        const isFamiliar = holds.get(holdOf(stream, boardId));
        if (isFamiliar) stream.familiarIds.add(boardId);
        else stream.familiarIds.delete(boardId);
        if (isFamiliar === undefined) stream.withdraw(boardId);
      }
    }
  }

  private schedule(): NodeJS.Timeout {
    const timer = setTimeout(async () => {
      await this.review().catch((error) => log.error({ err: error }, "could not check the permissions of open streams"));
      this.timer = this.streams.size > 0 ? this.schedule() : undefined;
    }, reviewIntervalMs);
    return timer.unref();
  }
}

/** What lets a stream tell of a board, as one text: the same for all streams of one viewer who came the same way. */
function holdOf({ context: { viewer, sessionId, namesTenant, apiKeyId, tokenExpiresAt } }: EventStream, boardId: string): string {
  return JSON.stringify({
    board_id: boardId,
    user_id: viewer?.userId,
    tenant_id: viewer?.tenantId,
    // In no tenant, a session gives no rights that could end.
    session_id: viewer && sessionId,
    names_tenant: namesTenant,
    key_id: apiKeyId,
    expires_at: tokenExpiresAt,
    is_admin: isTenantAdmin(viewer),
  });
}

/**
 * Which boards may still be seen, by what lets a stream tell of them: what let the viewer in still holds, and so does the board's policy. With each,
 * whether the viewer is no stranger to it.
 */
async function stillVisible(streams: EventStream[]): Promise<Map<string, boolean>> {
  const holds = [...new Set(streams.flatMap((stream) => [...stream.boardIds].map((boardId) => holdOf(stream, boardId))))];
  const asked = `[${holds.join(",")}]`;
  if (holds.length === 0) return new Map();
  const who = { tenantId: Prisma.sql`asked.tenant_id`, userId: Prisma.sql`asked.user_id` };
  const isVisible = boardIsVisibleToSql(who);
  const isAdmin = Prisma.sql`(asked.is_admin AND EXISTS (SELECT FROM boards.users AS u WHERE u.id = asked.user_id AND u.tenant_role <> 'member'))`;
  const rows = await asInstallation(() =>
    db().$queryRaw<{ place: number; is_familiar: boolean | null }[]>(Prisma.sql`
      SELECT asked.place::int AS place, ${boardIsFamiliarToSql({ ...who, isTenantAdmin: isAdmin })} AS is_familiar
      FROM ROWS FROM (jsonb_to_recordset(${asked}::jsonb) AS (
          board_id uuid, user_id uuid, tenant_id uuid, session_id uuid, names_tenant bool, key_id uuid, expires_at timestamptz, is_admin bool))
        WITH ORDINALITY AS asked(
          board_id, user_id, tenant_id, session_id, names_tenant, key_id, expires_at, is_admin, place)
      JOIN boards.boards AS b ON b.id = asked.board_id AND ${isVisible}
      WHERE (asked.user_id IS NULL OR EXISTS (
          SELECT FROM boards.users AS u JOIN boards.tenants AS t ON t.id = u.tenant_id
          WHERE u.id = asked.user_id AND t.id = asked.tenant_id AND u.disabled_at IS NULL AND ${tenantIsApprovedSql}))
        AND (asked.session_id IS NULL OR EXISTS (
          SELECT FROM boards.user_sessions AS s WHERE s.id = asked.session_id AND s.expires_at > now() AND (s.user_id = asked.user_id OR asked.names_tenant)))
        AND (asked.key_id IS NULL OR EXISTS (
          SELECT FROM boards.api_keys AS k WHERE k.id = asked.key_id AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())))
        AND (asked.expires_at IS NULL OR asked.expires_at > now())`),
  );
  return new Map(rows.map(({ place, is_familiar }) => [holds[place - 1] ?? "", is_familiar === true]));
}

// Each bundle of Next.js evaluates this module for itself; one of them looks at the rights of all.
const kept = globalThis as { boardsOpenStreams?: OpenStreams };

/** The open event streams of this process. */
export function openStreams(): OpenStreams {
  kept.boardsOpenStreams ??= new OpenStreams();
  return kept.boardsOpenStreams;
}
