import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { createTestDatabase } from "@/lib/testing/database";
import { startEventApi } from "@/lib/testing/event-api";
import { forgetInstallation } from "@/lib/testing/forget-installation";
import { startPooler } from "@/lib/testing/pooler";

/** A whole installation for one test file: its own database, storage folder and event API. Open it before anything reads settings. */
export async function openInstallation(settings: Record<string, string> = {}) {
  const [database, events, folder] = await Promise.all([createTestDatabase(), startEventApi(), mkdtemp(join(tmpdir(), "boards-test-"))]);
  // `TEST_POOLER=transaction npx vitest run …`: everything goes through a PgBouncer.
  const pooler = process.env.TEST_POOLER ? await startPooler(database.url, process.env.TEST_POOLER) : null;
  Object.assign(process.env, {
    DATABASE_URL: pooler?.url ?? database.url,
    ...(pooler ? { DATABASE_DIRECT_URL: database.url } : {}),
    BOARDS_LOCAL: "1",
    BOARDS_STORAGE_LOCAL_BASE_PATH: folder,
    BOARDS_STORAGE_SIGNING_KEY: "test-signing-key-test-signing-key",
    INNGEST_BASE_URL: events.url,
    BOARDS_ENCRYPTION_KEYS: "test-encryption-key",
    INNGEST_EVENT_KEY: "test",
    INNGEST_DEV: "0",
    BOARDS_LOG_LEVEL: process.env.BOARDS_LOG_LEVEL ?? "silent",
    ...settings,
  });
  // What the installation before this one left running may have read its settings once more, after it was closed.
  forgetInstallation();
  const { inngest } = await import("@/inngest/client");
  // It has read the environment of the file before this one.
  inngest.setEnvVars(process.env);
  const { db } = await import("@/lib/platform/db/client");
  const { ensureDefaultTenant, ensureTenant } = await import("@/lib/identity/tenants/ensure-tenant");
  const { hasOwner } = await import("@/lib/identity/tenants/set-up");
  const { sessionViewer } = await import("@/lib/platform/caller/viewer");
  const { ensureUser } = await import("@/lib/identity/users/ensure-user");
  const tenant = await ensureDefaultTenant();

  return {
    events,
    storageFolder: folder,
    /** A user of the default tenant, or of another one by its slug, with every scope. The first of a tenant owns it. */
    async viewer(name: string, tenantSlug?: string): Promise<Viewer> {
      const { id } = tenantSlug ? await ensureTenant(tenantSlug, tenantSlug) : tenant;
      const role = (await hasOwner(id)) ? "member" : "owner";
      return sessionViewer(await ensureUser(id, { authProvider: "test", authSubject: name, displayName: name, email: `${name}@example.com` }, role));
    },
    async close() {
      events.close();
      await db().$disconnect();
      await pooler?.stop();
      await Promise.all([database.drop(), rm(folder, { recursive: true, force: true })]);
    },
  };
}
