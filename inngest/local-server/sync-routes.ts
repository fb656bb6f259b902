import type pg from "pg";
import type { Logger } from "pino";
import * as z from "zod";
import { requireSigningKey } from "./authorize";
import { parseFunctionConfig, UnsupportedConfigError } from "./function-config";
import type { AppDeclaration, FunctionRegistry } from "./function-registry";
import { HttpError, type Route } from "./http-server";

const declarationSchema = z.object({
  url: z.url(),
  appName: z.string().min(1),
  sdk: z.string(),
  functions: z.array(z.unknown()),
});

/**
 * `POST /fn/register`: the app declares its functions (SDK spec 4.3.2). One that asks for what is not supported is refused alone, and named in
 * `error`; the others run.
 */
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
        const app = { id, url, sdk, ...readFunctions(functions) };
        const modified = await registry.sync(pool, app);
        if (modified) {
          logger.info({ app: id, url, functions: app.functions.length }, "app synced");
          for (const reason of app.refused) logger.error({ app: id }, `function refused: ${reason}`);
        }
        const error = app.refused.length > 0 ? app.refused.join("\n") : undefined;
        return { status: 200, body: { ok: true, modified, status: 200, error } };
      },
    },
  ];
}

function readFunctions(inputs: unknown[]): Pick<AppDeclaration, "functions" | "refused"> {
  const read: Pick<AppDeclaration, "functions" | "refused"> = { functions: [], refused: [] };
  for (const input of inputs) {
    try {
      read.functions.push(parseFunctionConfig(input));
    } catch (error) {
      if (!(error instanceof UnsupportedConfigError)) throw error;
      read.refused.push(error.message);
    }
  }
  return read;
}
