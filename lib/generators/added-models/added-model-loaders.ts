import DataLoader from "dataloader";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { Prisma } from "@/prisma/generated/client";
import { modelsOf } from "./find-generators";
import { type ReadSource, readSource, sourceOf } from "./model-source";
import { type ModelRights, modelRights } from "./policy";

type Model = Prisma.AddedModelGetPayload<object>;

/** Batched reads around added models, for one request. */
function addedModelLoaders(viewer: Viewer | null) {
  let rights: Promise<ModelRights> | undefined;
  return {
    /** What the viewer may do with models. */
    modelRights: () => {
      rights ??= modelRights(viewer);
      return rights;
    },
    /** What the newest version of a model says. */
    modelSource: new DataLoader<Model, ReadSource, string>(
      async (models) => {
        const rows = await db().addedModelVersion.findMany({ where: { OR: models.map(({ id, version }) => ({ addedModelId: id, version })) } });
        const read = new Map(rows.map((row) => [row.addedModelId, readSource(sourceOf(row))]));
        return models.map(({ id }) => read.get(id) ?? new BoardsError("added_model.not_found"));
      },
      // What a page of them holds at once.
      { maxBatchSize: 50, cacheKeyFn: ({ id, version }) => `${id} ${version}` },
    ),
    /** What a model that the viewer's tenant may know of is called, by its name, also after it was retired. */
    modelTitle: new DataLoader<string, string | null>(async (names) => {
      const where = { name: { in: [...names] }, ...modelsOf(viewer?.tenantId ?? null) };
      const rows = await db().addedModel.findMany({ where, select: { name: true, title: true } });
      const titles = new Map(rows.map(({ name, title }) => [name, title]));
      return names.map((name) => titles.get(name) ?? null);
    }),
    /** Whether something was made with a model, by its name and in whichever tenant. */
    modelIsUsed: new DataLoader<string, boolean>(async (names) => {
      const used = new Set(await usedNames([...names]));
      return names.map((name) => used.has(name));
    }),
  };
}

/** Those of some models by which something was made, or asked for, in whichever tenant. */
export async function usedNames(names: string[]): Promise<string[]> {
  const rows = await readAsInstallation(() =>
    db().$queryRaw<{ name: string }[]>(Prisma.sql`
      SELECT name FROM unnest(${names}::text[]) AS name
      WHERE EXISTS (SELECT FROM boards.generations WHERE generator_name = name AND generator_version IS NOT NULL)
         OR EXISTS (SELECT FROM boards.provider_jobs WHERE generator_name = name AND generator_version IS NOT NULL)`),
  );
  return rows.map(({ name }) => name);
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof addedModelLoaders> {}
}

registerLoaders(addedModelLoaders);
