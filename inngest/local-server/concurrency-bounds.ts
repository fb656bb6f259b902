import type { Bound } from "./concurrency-gate";
import type { InngestEvent } from "./events";
import { evaluateKey } from "./expressions";
import type { FunctionConfig } from "./function-config";

/** What the queue holds to a number of jobs may go on without one after it has waited: when an app is back, not a thousand runs at once. */
const withoutJob: Bound = { key: "without-job", limit: 64 };

/** What a call counts against: the limits of its function, and one of ours when its run has no job of the queue any more. */
export function boundsOf(config: FunctionConfig, event: InngestEvent, hasNoJob: boolean): Bound[] {
  const own = config.concurrency
    .filter((limit) => limit.limit > 0)
    .map(({ limit, key, scope = "fn" }) => ({ limit, key: `${scope === "fn" ? config.id : scope}:${key ?? ""}:${evaluateKey(key, event)}` }));
  return hasNoJob ? [...own, withoutJob] : own;
}
