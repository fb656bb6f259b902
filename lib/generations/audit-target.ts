import DataLoader from "dataloader";
import { titleOfGenerator } from "@/lib/generators/added-models/title-of-generator";
import { findProvider } from "@/lib/generators/catalogue/providers";
import { boardsVisibleTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { builder } from "@/lib/platform/graphql/builder";
import { type Loaders, registerLoaders } from "@/lib/platform/graphql/context";

/** Batched reads around the audit log, for one request. */
function auditLoaders(viewer: Viewer | null) {
  return {
    /** What a board that the viewer may see, or someone of their tenant, is called, by its id. */
    nameOfTarget: new DataLoader<string, string | null>(
      async (ids) => {
        if (!viewer) return ids.map(() => null);
        const id = { in: [...ids] };
        const { tenantId } = viewer;
        const boards = await db().board.findMany({ where: { id, tenantId, ...boardsVisibleTo(viewer) }, select: { id: true, title: true } });
        const users = await db().user.findMany({
          where: { id, tenantId },
          select: { id: true, displayName: true, account: { select: { email: true } } },
        });
        const names = new Map([
          ...boards.map(({ id, title }) => [id, title] as const),
          ...users.map(({ id, displayName, account }) => [id, displayName ?? account.email] as const),
        ]);
        return ids.map((id) => names.get(id) ?? null);
      },
      // What a page of the log holds at once.
      { maxBatchSize: 200 },
    ),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof auditLoaders> {}
}

registerLoaders(auditLoaders);

/** By what a request calls the thing that it makes or changes, the closest first. */
const namesInRequests = ["title", "name", "email"];
const uuid = /^[0-9a-f-]{36}$/i;

async function nameInRequest(details: unknown, loaders: Loaders): Promise<string | null> {
  const { input, ...args } = Object(details) as Record<string, unknown>;
  const told: Record<string, unknown> = { ...args, ...Object(input) };
  const text = (name: string) => (typeof told[name] === "string" && told[name] !== "" ? told[name] : undefined);
  const generator = text("generatorName");
  if (generator) return titleOfGenerator(generator, loaders);
  const provider = text("providerName");
  if (provider) return findProvider(provider)?.title ?? provider;
  return namesInRequests.map(text).find(Boolean) ?? null;
}

builder.prismaObjectField("AuditEntry", "targetName", (t) =>
  t.string({
    nullable: true,
    description:
      "What it was done to, for people: a board's title, someone's name, a generator. Null if it has no name, is gone, or isn't visible to the viewer.",
    resolve: async ({ targetId, details }, _args, { loaders }) =>
      (targetId && uuid.test(targetId) ? await loaders.nameOfTarget.load(targetId) : null) ?? nameInRequest(details, loaders),
  }),
);
