import { Client } from "pg";
import { expect, it } from "vitest";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy";
import { readMigrations } from "@/lib/platform/db/migrate/migrations";
import { createTestDatabase } from "@/lib/testing/database";

/* An installation from before founded tenants were marked, and before an address had one invitation, is upgraded. */

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;
const registered = { status: "active", admin_email: "a@example.com", use_case: "art" };

it("marks the tenants that were registered, takes out what registrants had no say in, and keeps the newest invitation of an address", async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const all = await readMigrations();
    await client.query("DROP SCHEMA boards CASCADE; TRUNCATE public._prisma_migrations");
    await deployMigrations(
      database.url,
      all.slice(
        0,
        all.findIndex(({ name }) => name.endsWith("_founded_tenants")),
      ),
    );
    const tenants: [string, object][] = [
      ["default", registered],
      ["registered", { ...registered, admitByClaim: true, requiresCredits: true }],
      ["waiting", { ...registered, status: "pending_approval" }],
      ["approved-since", { status: "active", admitByClaim: true }],
      ["made-by-an-admin", { admitByClaim: true }],
      ["claimed", {}],
    ];
    for (const [place, [slug, settings]] of tenants.entries())
      await client.query("INSERT INTO boards.tenants (id, name, slug, settings) VALUES ($1, $2, $2, $3)", [id(place), slug, settings]);
    for (const [place, email] of ["gil@example.com", "gil@example.com", "gil@example.com", "hal@example.com"].entries())
      await client.query(
        "INSERT INTO boards.invitations (id, tenant_id, email, role, created_at, expires_at) VALUES ($1, $2, $3, 'member', $4, now())",
        [id(20 + place), id(0), email, new Date(Date.UTC(2026, 0, 1 + place))],
      );

    await deployMigrations(database.url);
    const { rows } = await client.query("SELECT slug, is_founded, settings -> 'admitByClaim' AS admits, settings FROM boards.tenants ORDER BY id");
    expect(rows.map(({ slug, is_founded, admits }) => [slug, is_founded, admits ?? null])).toEqual([
      ["default", false, null],
      ["registered", true, null],
      ["waiting", true, null],
      ["approved-since", true, true],
      ["made-by-an-admin", false, true],
      ["claimed", false, null],
    ]);
    expect(rows[1]?.settings).toEqual({ ...registered, requiresCredits: true });
    const left = await client.query("SELECT id FROM boards.invitations ORDER BY id");
    expect(left.rows.map((row) => row.id)).toEqual([id(22), id(23)]);
  } finally {
    await client.end();
    await database.drop();
  }
});
