import { addedFactsOf } from "@/lib/generators/added-models/find-generators";
import { deprecationOf } from "@/lib/generators/catalogue/deprecation";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { type FieldLimit, fieldsOf, fitting, narrowed } from "@/lib/generators/settings/field-limits";
import { fileSettings } from "@/lib/generators/settings/read-generators-yaml";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** What holds for one generator in one tenant, after file, installation and tenant have had their say, in this order. */
export interface GeneratorRules {
  isOffered: boolean;
  /** Whether it is not offered for the reason alone that its provider ended it: an admin may go on offering it. */
  isEnded: boolean;
  position: number | null;
  defaults: Record<string, unknown>;
  limits: Record<string, FieldLimit>;
  priceUsd: number | null;
  /** Empty for everyone. */
  allowedRoles: string[];
  timeLimitSeconds: number | null;
}

type Row = Prisma.GeneratorSettingGetPayload<object>;

const asDeclared: GeneratorRules = {
  isOffered: true,
  isEnded: false,
  position: null,
  defaults: {},
  limits: {},
  priceUsd: null,
  allowedRoles: [],
  timeLimitSeconds: null,
};

/**
 * The rules of every generator that someone changed; others are as declared. The installation changes what the file says. A tenant
 * chooses its own order, defaults and prices, but only narrows what is offered, to whom, and within which limits. What its provider has
 * ended is offered by an admin's word alone.
 */
export async function generatorRules(tenantId: string | null): Promise<(generator: Generator) => GeneratorRules> {
  const rows = await db().generatorSetting.findMany({ where: { OR: [{ tenantId: null }, ...(tenantId ? [{ tenantId }] : [])] } });
  const file = await fileSettings();
  const rowOf = (generatorName: string, owner: string | null) => rows.find((row) => row.generatorName === generatorName && row.tenantId === owner);
  return (generator) => {
    const generatorName = generator.name;
    // The file is the installation's word on what comes with it; whoever adds a model says for themselves whether it is offered.
    const declared = { ...asDeclared, ...(addedFactsOf(generator) ? {} : file?.(generatorName)) };
    const shared = rowOf(generatorName, null);
    const installation = shared ? changed({ ...declared, isOffered: shared.isOffered ?? declared.isOffered }, shared) : declared;
    const own = tenantId ? rowOf(generatorName, tenantId) : undefined;
    const allowed = own ? changed({ ...installation, isOffered: installation.isOffered && own.isOffered !== false }, own) : installation;
    const isKept = shared?.isOffered === true || own?.isOffered === true;
    const isEnded = allowed.isOffered && !isKept && deprecationOf(generator)?.hasEnded === true;
    const rules = { ...allowed, isEnded, isOffered: allowed.isOffered && !isEnded };
    return { ...rules, defaults: fittingDefaults(generator, rules) };
  };
}

function changed(above: GeneratorRules, row: Row): GeneratorRules {
  const limits = { ...above.limits };
  for (const [field, limit] of Object.entries(row.limits as Record<string, FieldLimit>)) limits[field] = narrowed(limits[field] ?? {}, limit);
  return {
    ...above,
    position: row.position ?? above.position,
    defaults: { ...above.defaults, ...(row.defaults as object) },
    limits,
    priceUsd: row.priceUsd === null ? above.priceUsd : Number(row.priceUsd),
    allowedRoles: narrowedRoles(above.allowedRoles, row.allowedRoles),
    timeLimitSeconds: row.timeLimitSeconds ?? above.timeLimitSeconds,
  };
}

function narrowedRoles(above: string[], own: string[]): string[] {
  if (above.length === 0 || own.length === 0) return above.length === 0 ? own : above;
  const common = above.filter((role) => own.includes(role));
  // An empty list would mean everyone.
  return common.length > 0 ? common : above;
}

// A form must not begin with what is refused: a default beyond the limits is the nearest that they let through.
function fittingDefaults(generator: Generator, { defaults, limits }: GeneratorRules): Record<string, unknown> {
  const fields = Object.keys(limits).length > 0 ? fieldsOf(generator) : {};
  const fitted = Object.entries(limits).flatMap(([field, limit]) => {
    const value = field in defaults ? defaults[field] : fields[field]?.default;
    const fit = fitting(limit, value);
    return fit === value ? [] : [[field, fit] as const];
  });
  return { ...defaults, ...Object.fromEntries(fitted) };
}

/** How long a generator's work may take in this tenant, from the first call on. */
export async function timeLimitSeconds(tenantId: string, generator: Generator): Promise<number> {
  const usual = { image: 900, audio: 900, text: 900, video: 3600, model: 3600, lora: 10_800 };
  const rules = (await generatorRules(tenantId))(generator);
  return rules.timeLimitSeconds ?? generator.timeLimitSeconds ?? usual[generator.artifactType];
}
