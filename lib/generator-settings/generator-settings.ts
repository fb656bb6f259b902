import { db } from "@/lib/db/client";
import { fileSettings } from "@/lib/generator-settings/read-generators-yaml";
import type { Generator } from "@/lib/generators/define-generator";

/** Narrower limits of one input. */
export interface FieldLimit {
  minimum?: number;
  maximum?: number;
  values?: (string | number)[];
}

/** What holds for one generator in one tenant, after file, installation and tenant have had their say, in this order. */
export interface GeneratorRules {
  isOffered: boolean;
  position: number | null;
  defaults: Record<string, unknown>;
  limits: Record<string, FieldLimit>;
  priceUsd: number | null;
  /** Empty for everybody. */
  allowedRoles: string[];
  timeLimitSeconds: number | null;
}

const asDeclared: GeneratorRules = {
  isOffered: true,
  position: null,
  defaults: {},
  limits: {},
  priceUsd: null,
  allowedRoles: [],
  timeLimitSeconds: null,
};

/** The rules of every generator that somebody changed; others are as declared. */
export async function generatorRules(tenantId: string | null): Promise<(generatorName: string) => GeneratorRules> {
  const rows = await db().generatorSetting.findMany({ where: { OR: [{ tenantId: null }, ...(tenantId ? [{ tenantId }] : [])] } });
  const file = await fileSettings();
  return (generatorName) => {
    const layers = rows.filter((row) => row.generatorName === generatorName).sort((row) => (row.tenantId === null ? -1 : 1));
    return layers.reduce<GeneratorRules>(
      (rules, row) => ({
        isOffered: row.isOffered ?? rules.isOffered,
        position: row.position ?? rules.position,
        defaults: { ...rules.defaults, ...(row.defaults as object) },
        limits: { ...rules.limits, ...(row.limits as Record<string, FieldLimit>) },
        priceUsd: row.priceUsd === null ? rules.priceUsd : Number(row.priceUsd),
        allowedRoles: row.allowedRoles.length > 0 ? row.allowedRoles : rules.allowedRoles,
        timeLimitSeconds: row.timeLimitSeconds ?? rules.timeLimitSeconds,
      }),
      { ...asDeclared, ...file?.(generatorName) },
    );
  };
}

/** How long a generator's work may take in this tenant, from the first call on. */
export async function timeLimitSeconds(tenantId: string, generator: Generator): Promise<number> {
  const usual = { image: 900, audio: 900, text: 900, video: 3600, model: 3600, lora: 10_800 };
  const rules = (await generatorRules(tenantId))(generator.name);
  return rules.timeLimitSeconds ?? generator.timeLimitSeconds ?? usual[generator.artifactType];
}
