import { brokenRules } from "@boards/client/input-rules";
import * as z from "zod";
import { findGeneratorFor } from "@/lib/generators/added-models/find-generators";
import { type Generator, longestTimeLimitSeconds } from "@/lib/generators/contract/define-generator";
import { excess, fieldsOf, limitProblem, valueProblem } from "@/lib/generators/settings/field-limits";
import { type GeneratorRules, generatorRules } from "@/lib/generators/settings/generator-settings";
import { installationAdmin } from "@/lib/identity/tenants/installation-admin";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
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
  timeLimitSeconds: z.int().min(10).max(longestTimeLimitSeconds).nullish(),
});

type Input = z.output<typeof shape>;

/**
 * Changes what holds for a generator, for the viewer's tenant or, by an installation admin, for all. What is left out goes back to how
 * it was declared. A tenant cannot go beyond what the installation allows.
 */
export async function setGeneratorSetting(viewer: Viewer | null, raw: unknown) {
  const input = parseInput(shape, raw);
  const admin = input.forInstallation ? await installationAdmin(viewer) : requireTenantAdmin(viewer);
  const { generatorName } = input;
  // What holds for all tenants cannot be about a model of one.
  const generator = await findGeneratorFor(input.forInstallation ? null : admin.tenantId, generatorName);
  if (!generator)
    throw new BoardsError("generation.unknown_generator", {
      message: say("reasons.generator.unknown", { name: generatorName }),
      field: "generatorName",
    });
  insistOnFields(generator, input);
  const tenantId = input.forInstallation ? null : admin.tenantId;
  if (tenantId) insistOnRoom(generator, input, (await generatorRules(null))(generator));
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
      await lock(tx, `generator-setting:${tenantId}:${generatorName}`);
      await tx.generatorSetting.deleteMany({ where: { tenantId, generatorName } });
      return tx.generatorSetting.create({ data: { ...data, tenantId, generatorName } });
    });
  return input.forInstallation ? asInstallation(write) : write();
}

const refuse = (field: string, message: string) => new BoardsError("input.invalid", { message, field });

// Both must be of the generator, and agree with each other. Defaults together must be something that the generator takes.
function insistOnFields(generator: Generator, { defaults, limits }: Input): void {
  for (const [field, value] of Object.entries(defaults ?? {})) {
    const problem = valueProblem(generator, field, value) ?? excess(limits?.[field] ?? {}, value);
    if (problem) throw refuse(`defaults.${field}`, `${field} ${problem}`);
  }
  for (const [field, limit] of Object.entries(limits ?? {})) {
    const isThere = field in generator.input.shape;
    const problem = isThere ? limitProblem(generator, field, limit) : say("reasons.field.unknownOf", { generator: generator.name });
    if (problem) throw refuse(`limits.${field}`, `${field} ${problem}`);
  }
  const declared = Object.fromEntries(Object.entries(fieldsOf(generator)).map(([field, schema]) => [field, schema.default]));
  const [broken] = brokenRules(generator.rules, { ...declared, ...defaults });
  if (broken) throw refuse(`defaults.${broken.field}`, broken.description);
}

// What would have no effect is said at once.
function insistOnRoom(generator: Generator, { isOffered, limits, allowedRoles }: Input, above: GeneratorRules): void {
  if (isOffered && !above.isOffered && !above.isEnded)
    throw refuse("isOffered", say("reasons.generator.notOfferedAbove", { generator: generator.name }));
  for (const [field, limit] of Object.entries(limits ?? {})) {
    const given = [limit.minimum, limit.maximum, ...(limit.values ?? [])];
    const problem = given.map((value) => excess(above.limits[field] ?? {}, value)).find(Boolean);
    if (problem) throw refuse(`limits.${field}`, say("reasons.generator.limitAbove", { problem: `${field} ${problem}` }));
  }
  const foreign = above.allowedRoles.length > 0 ? allowedRoles?.find((role) => !above.allowedRoles.includes(role)) : undefined;
  if (foreign) throw refuse("allowedRoles", say("reasons.generator.roleAbove", { role: foreign, generator: generator.name }));
}
