import { createHash } from "node:crypto";
import type pg from "pg";
import { inTransaction, type Queryable } from "./database";
import { type FunctionConfig, parseFunctionConfig } from "./function-config";
import { enqueueCron } from "./queue";
import { canonicalJson } from "./signatures";
import { triggerNames } from "./trigger-names";

/** What an app declares when it syncs; `refused` says which functions are not run, and why. */
export type AppDeclaration = { id: string; url: string; sdk: string; functions: FunctionConfig[]; refused: string[] };

/** The synced functions, kept in memory because every event asks for them; Postgres holds the same for the next boot. */
export class FunctionRegistry {
  #functions = new Map<string, FunctionConfig>();

  /** Reads what earlier syncs stored. */
  async load(client: Queryable): Promise<void> {
    const stored = await client.query<{ config: unknown }>("select config from inngest_local.functions");
    const configs = stored.rows.flatMap(({ config }) => {
      try {
        return [parseFunctionConfig(config)];
      } catch {
        // Stored by another version of this server; the app's next sync brings it again.
        return [];
      }
    });
    this.#functions = new Map(configs.map((config) => [config.id, config]));
  }

  get(functionId: string): FunctionConfig | undefined {
    return this.#functions.get(functionId);
  }

  get size(): number {
    return this.#functions.size;
  }

  /** Functions that an event of this name triggers, with the condition of each trigger. */
  triggeredBy(eventName: string): { config: FunctionConfig; condition: string | null | undefined }[] {
    const names = triggerNames(eventName);
    return [...this.#functions.values()].flatMap((config) =>
      config.triggers.flatMap((trigger) => ("event" in trigger && names.has(trigger.event) ? [{ config, condition: trigger.expression }] : [])),
    );
  }

  /** Functions whose runs an event of this name may cancel, with each cancellation rule. */
  cancelledBy(eventName: string): { config: FunctionConfig; rule: FunctionConfig["cancel"][number] }[] {
    return [...this.#functions.values()].flatMap((config) =>
      config.cancel.filter((rule) => rule.event === eventName).map((rule) => ({ config, rule })),
    );
  }

  /** Replaces the functions of one app; answers whether anything changed. */
  async sync(pool: pg.Pool, app: AppDeclaration): Promise<boolean> {
    const checksum = createHash("sha256").update(canonicalJson(app)).digest("hex");
    const modified = await inTransaction(pool, async (client) => {
      const stored = await client.query<{ checksum: string }>("select checksum from inngest_local.apps where id = $1 for update", [app.id]);
      if (stored.rows[0]?.checksum === checksum) return false;
      await client.query(
        `insert into inngest_local.apps (id, url, sdk, checksum) values ($1, $2, $3, $4)
         on conflict (id) do update set url = $2, sdk = $3, checksum = $4, synced_at = now()`,
        [app.id, app.url, app.sdk, checksum],
      );
      await client.query("delete from inngest_local.functions where app_id = $1", [app.id]);
      for (const config of app.functions) {
        await client.query(
          `insert into inngest_local.functions (id, app_id, config) values ($1, $2, $3)
           on conflict (id) do update set app_id = $2, config = $3`,
          [config.id, app.id, JSON.stringify(config)],
        );
        for (const trigger of config.triggers) {
          if ("cron" in trigger) await enqueueCron(client, config.id, trigger.cron, { keepSchedule: true });
        }
      }
      return true;
    });
    if (modified) await this.load(pool);
    return modified;
  }
}
