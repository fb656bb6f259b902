import { type Actor, type BoardKind, boardKinds, type Fixture } from "@/lib/testing/access-fixture";
import type { Outcome } from "@/lib/testing/access-rules";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/** An installation with every actor and a board of each kind to read, and a tally of what was checked, which `close` reports. */
export async function openMatrix(name: string, settings: Record<string, string> = {}) {
  const installation = await openInstallation({ ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "1", ...settings });
  const boards = await import("@/lib/testing/access-fixture");
  const cast = await boards.makeActors();
  const each = async (kind: BoardKind) => [kind, await boards.makeFixture(cast, kind, { hasFile: true })] as const;
  const reads = Object.fromEntries(await Promise.all(boardKinds.map(each))) as Record<BoardKind, Fixture>;
  const operations = new Set<string>();
  let checks = 0;
  let denials = 0;
  return {
    ...boards,
    cast,
    reads,
    headersOf: (actor: Actor): Record<string, string> => (cast.tokens[actor] ? { authorization: `Bearer ${cast.tokens[actor]}` } : {}),
    note(operation: string, outcome: Outcome): void {
      operations.add(operation.replace(/ \(.*/, ""));
      checks += 1;
      if (outcome !== "ok") denials += 1;
    },
    async close(): Promise<void> {
      console.info(`${name}: ${operations.size} operations, ${checks} checks, ${denials} of them denials`);
      await installation.close();
    },
  };
}
