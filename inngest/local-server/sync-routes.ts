import type pg from "pg";
import type { Logger } from "pino";
import { z } from "zod";
import { requireSigningKey } from "./authorize";
import { parseFunctionConfig, UnsupportedConfigError } from "./function-config";
import type { FunctionRegistry } from "./function-registry";
import { HttpError, type Route } from "./http-server";

const declarationSchema = z.object({
  url: z.url(),
  appName: z.string().min(1),
  sdk: z.string(),
  functions: z.array(z.unknown()),
});

/** `POST /fn/register`: the app declares its functions (SDK spec 4.3.2); 400 when one asks for what is not supported. */
export function syncRoutes(pool: pg.Pool, registry: FunctionRegistry, signingKey: string, logger: Logger): Route[] {
  return [
    {
      method: "POST",
      path: "/fn/register",
      handle: async (request) => {
        requireSigningKey(request, signingKey);
        const declared = declarationSchema.safeParse(request.json());
        if (!declared.success) throw new HttpError(400, `The sync is invalid: ${z.prettifyError(declared.error)}`);
        const { appName: id, url, sdk, functions } = declared.data;
        try {
          const app = { id, url, sdk, functions: functions.map(parseFunctionConfig) };
          const modified = await registry.sync(pool, app);
          if (modified) logger.info({ app: id, url, functions: app.functions.length }, "app synced");
          return { status: 200, body: { ok: true, modified, status: 200 } };
        } catch (error) {
          if (!(error instanceof UnsupportedConfigError)) throw error;
          logger.error({ app: id }, `sync refused: ${error.message}`);
          throw new HttpError(400, error.message);
        }
      },
    },
  ];
}
