import { describe, expect, it } from "vitest";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import type { FaultKind } from "@/lib/testing/simulators/faults";
import type { Json } from "../contract/define-generator";
import type { Provider, ProviderAccess, Submission, WorkingKey } from "../contract/provider";
import { type DriverBench, outputsOf, plainSubmission, reasonOf } from "./driver-bench";

/** One way to ask a provider, and where its driver differs from what most do. In `testing/contract.ts` of its folder, as `contracts`. */
export interface DriverContract {
  /** What is asked, where there are several. */
  what?: string;
  /** A start that ends well; a new one each time. */
  submission(): Submission | Promise<Submission>;
  /** Where its results lie; without it, no answer is tried that has none. */
  output?: string;
  /** What a start ends as that meets a fault (`nothing`: well), and how many jobs were accepted. */
  startFaults?: Partial<Record<FaultKind, readonly [reason: string, accepted: number]>>;
  /** What a job has failed as that ended by a fault, where it is told at the end. */
  failures?: Partial<Record<"fail" | "refuse", object>>;
  /** What a question for a job ends as that meets other faults. */
  statusFaults?: Partial<Record<FaultKind, string>>;
  /** Keys that are refused, and words of what admins then read. */
  refusedKeys?: Record<string, string>;
  /** What is left behind the simulated key, where the provider says so. */
  balance?: WorkingKey["balance"];
  /** Whether the work is done within the call, so that there is no job. */
  isWithinCall?: boolean;
  /** Whether a start asks for something, or gives a file, before it is made. */
  looksFirst?: boolean;
  /** Requests that lack a field, and words of what people then read. */
  incomplete?: { endpoint: string; request: Record<string, Json>; says: string }[];
  /** How long to wait when asked for 37 seconds, where the provider has no way to ask. */
  waitSeconds?: number;
}

const usualStartFaults = {
  "rate-limit": ["provider.rate_limited", 0],
  "error-503": ["provider.unavailable", 0],
  "error-500": ["provider.outcome_unknown", 0],
  "drop-before": ["provider.outcome_unknown", 0],
  "drop-after": ["provider.outcome_unknown", 1],
  malformed: ["provider.outcome_unknown", 1],
  "bad-input": ["provider.bad_input", 0],
  latency: ["nothing", 1],
} as const;
const usualStatusFaults = {
  "error-500": "provider.unavailable",
  "error-503": "provider.unavailable",
  "rate-limit": "provider.rate_limited",
  "drop-before": "provider.unavailable",
  "unknown-status": "provider.unavailable",
};
const usualFailures = { fail: { reason: "provider.failed" }, refuse: { reason: "provider.content_refused" } };
const usualRefusedKeys = { wrong: "rejected the API key" };

/** What every driver must do. */
export function describeDriver(bench: DriverBench, provider: Provider, contract: DriverContract) {
  const access = simulatedAccess(provider);
  const { what, submission, incomplete = [], output, isWithinCall, looksFirst, waitSeconds = 37 } = contract;
  const startFaults = Object.entries({ ...usualStartFaults, ...contract.startFaults }).map(([kind, told]) => [kind, ...told] as const);
  const statusFaults = Object.entries({ ...usualStatusFaults, ...contract.statusFaults }) as [FaultKind, string][];
  const failures = Object.entries(contract.failures ?? usualFailures) as [FaultKind, object][];
  const start = async (changes: Partial<ProviderAccess> = {}) => provider.start({ ...access, ...changes }, await submission());
  const begun = async () => ({ ...(await start()), endpoint: (await submission()).endpoint });
  const ended = async () => {
    const { status, ...job } = await begun();
    expect(status !== undefined).toBe(isWithinCall === true);
    return status ?? provider.status(access, job);
  };

  describe([provider.name, what].filter(Boolean).join(" "), () => {
    it.each(startFaults)("tells %s at the start as %s, and calls once", async (kind, reason, accepted) => {
      const before = bench.accepted().length;
      const moments: string[] = [];
      bench.simulator.faults.add({ kind: kind as FaultKind, on: "submit", ms: 50 });
      bench.simulator.onMoment = (moment) => moments.push(moment);
      const told = await reasonOf(start());
      bench.simulator.onMoment = undefined;
      expect(told).toBe(reason);
      expect(bench.accepted().length - before).toBe(accepted);
      expect(moments.filter((moment) => !looksFirst || moment === "submit begun")).toEqual(["submit begun"]);
    });

    it("waits as long as it is asked to", async () => {
      bench.simulator.faults.add({ kind: "rate-limit", on: "submit", retryAfterSeconds: 37 });
      await expect(start()).rejects.toMatchObject({ reason: "provider.rate_limited", retryAfterSeconds: waitSeconds });
    });

    it.each(Object.entries(contract.refusedKeys ?? usualRefusedKeys))("with the key `%s` says that an admin is needed", async (apiKey, words) => {
      const before = bench.accepted().length;
      const reason = words.includes("out of credit") ? "provider.no_credit" : "provider.not_configured";
      await expect(start({ apiKey })).rejects.toMatchObject({ reason, message: expect.stringContaining(words) });
      expect(bench.accepted().length).toBe(before);
    });

    it.each(incomplete)("refuses $request at $endpoint, as the real one does", async ({ endpoint, request, says }) => {
      const before = bench.accepted().length;
      const started = provider.start(access, plainSubmission(endpoint, "image", request));
      await expect(started).rejects.toMatchObject({ reason: "provider.bad_input", message: expect.stringContaining(says) });
      expect(bench.accepted().length).toBe(before);
    });

    it.each(failures)("tells why a job ended by %s", async (kind, failure) => {
      bench.simulator.faults.add({ kind, on: "submit" });
      expect(await ended()).toMatchObject({ state: "failed", ...failure });
    });

    if (output)
      it("finds nothing in an answer without a result", async () => {
        bench.simulator.faults.add({ kind: "no-output", on: "submit" });
        expect(outputsOf(await ended(), { output })).toEqual([]);
      });

    if (provider.isOwnServer)
      it("says that nobody listens where nobody does, as something that passes", async () => {
        expect(await bench.away(() => reasonOf(start({ baseUrl: "http://127.0.0.1:9" })))).toBe("provider.unavailable");
      });

    if (isWithinCall)
      it("has no job to ask for, nor to stop", async () => {
        const job = await begun();
        expect(await reasonOf(provider.status(access, job))).toBe("provider.outcome_unknown");
        expect(await provider.cancel(access, job)).toBe(false);
      });
    else
      it.each(statusFaults)("leaves a job alone whose status answers %s, as %s", async (kind, reason) => {
        const job = await begun();
        bench.simulator.faults.add({ kind, on: "status" });
        expect(await reasonOf(provider.status(access, job))).toBe(reason);
        expect((await provider.status(access, job)).state).toBe("succeeded");
      });
  });
}

/** What every driver must do that can test a key; `contract` is the first of its contracts. */
export function describeKeyTest(bench: DriverBench, provider: Provider, { refusedKeys = usualRefusedKeys, balance }: DriverContract) {
  const access = simulatedAccess(provider);
  const test = async (changes: Partial<ProviderAccess> = {}) => provider.testKey?.({ ...access, ...changes });

  describe(`the key test of ${provider.name}`, () => {
    it.each(Object.entries(refusedKeys))("says of the key `%s` what is wrong with it", async (apiKey, words) => {
      const reason = words.includes("out of credit") ? "provider.no_credit" : "provider.not_configured";
      await expect(test({ apiKey })).rejects.toMatchObject({ reason, message: expect.stringContaining(words) });
    });

    it.each([
      ["error-500", "provider.unavailable"],
      ["error-503", "provider.unavailable"],
      ["drop-before", "provider.unavailable"],
      ["rate-limit", "provider.rate_limited"],
    ] as const)("tells %s as %s", async (kind, reason) => {
      bench.simulator.faults.add({ kind, on: "status" });
      expect(await reasonOf(test())).toBe(reason);
    });

    it("says that a key works, and what is left behind it, and starts nothing", async () => {
      const before = bench.accepted().length;
      expect(await test()).toEqual(balance ? { balance } : {});
      expect(bench.accepted().length).toBe(before);
    });
  });
}
