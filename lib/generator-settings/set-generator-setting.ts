import { z } from "zod";
import { requireTenantAdmin, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { asInstallation } from "@/lib/db/wall";
import { BoardsError } from "@/lib/errors";
import { findGenerator } from "@/lib/generators/registry";
import { parseInput } from "@/lib/parse-input";
import { installationAdmin } from "@/lib/tenants/installation-admin";
import type { Prisma } from "@/prisma/generated/client";

const shape = z.object({
  generatorName: z.string(),
  forInstallation: z.boolean().nullish(),
  isOffered: z.boolean().nullish(),
  position: z.int().min(0).max(100_000).nullish(),
  defaults: z.record(z.string(), z.unknown()).nullish(),
  limits: z
    .record(
      z.string(),
      z.strictObject({
        minimum: z.number().optional(),
        maximum: z.number().optional(),
        values: z
          .array(z.union([z.string(), z.number()]))
          .min(1)
          .optional(),
      }),
    )
    .nullish(),
  priceUsd: z.number().min(0).max(100_000).nullish(),
  allowedRoles: z.array(z.enum(["member", "admin", "owner"])).nullish(),
  timeLimitSeconds: z.int().min(10).max(172_800).nullish(),
});

/** Changes what holds for a generator, for the viewer's tenant or, by an installation admin, for all. What is left out goes back to how it was declared. */
export async function setGeneratorSetting(viewer: Viewer | null, raw: unknown) {
  const input = parseInput(shape, raw);
  const admin = input.forInstallation ? await installationAdmin(viewer, "to change generators") : requireTenantAdmin(viewer, "to change generators");
  const { generatorName } = input;
  const generator = findGenerator(generatorName);
  if (!generator) throw new BoardsError("generation.unknown_generator", { message: `Unknown generator: ${generatorName}`, field: "generatorName" });
  for (const [what, fields] of [
    ["defaults", input.defaults],
    ["limits", input.limits],
  ] as const)
    for (const [name, value] of Object.entries(fields ?? {})) {
      const field = generator.input.shape[name];
      if (!field) throw new BoardsError("input.invalid", { message: `${generatorName} has no input ${name}`, field: `${what}.${name}` });
      if (what === "defaults" && !(field as z.ZodType).safeParse(value).success)
        throw new BoardsError("input.invalid", { message: `${name} does not take this value`, field: `defaults.${name}` });
    }
  const tenantId = input.forInstallation ? null : admin.tenantId;
  const data = {
    isOffered: input.isOffered ?? null,
    position: input.position ?? null,
    defaults: (input.defaults ?? {}) as Prisma.InputJsonObject,
    limits: (input.limits ?? {}) as Prisma.InputJsonObject,
    priceUsd: input.priceUsd ?? null,
    allowedRoles: input.allowedRoles ?? [],
    timeLimitSeconds: input.timeLimitSeconds ?? null,
    updatedAt: new Date(),
  };
  const write = () =>
    db().$transaction(async (tx) => {
      await tx.generatorSetting.deleteMany({ where: { tenantId, generatorName } });
      return tx.generatorSetting.create({ data: { ...data, tenantId, generatorName } });
    });
  return input.forInstallation ? asInstallation(write) : write();
}
