import { setMaxListeners } from "node:events";
import http from "node:http";
import https from "node:https";
import { AwayApps } from "./away-apps";
import { parseRetryAfter } from "./durations";
import { type SerializedError, toSerializedError } from "./events";
import { type Operation, parseOperations } from "./operations";
import { sign, verifySignature } from "./signatures";
import { WorkerList } from "./worker-list";

/** What came of one call to the app. */
export type CallResult =
  | { kind: "completed"; output: unknown }
  | { kind: "operations"; operations: Operation[]; retryAt?: Date }
  | { kind: "failed"; error: SerializedError; retriable: boolean; retryAt?: Date }
  /** The app's SDK did not answer; `interrupted` says that it may have begun to work. Else the app is away. */
  | { kind: "unreachable"; reason: string; interrupted: boolean };

/** An answer of the app, before it is read. */
export type AppResponse = { status: number; headers: http.IncomingHttpHeaders; body: string };

/** A request to the app. */
export type AppRequest = { method: "POST" | "PUT"; url: URL; headers: Record<string, string>; body: string };

/** An app in this process: answers a request as it would over HTTP. */
export type AppHandler = (request: AppRequest) => Promise<AppResponse>;

// As long as Inngest lets a step run.
const longestSilenceMilliseconds = 2 * 60 * 60 * 1_000;
// A machine that is gone does not even refuse a connection.
const longestConnectMilliseconds = 10_000;
// By then, who answers for an app that is away has said so.
const longestRefusalMilliseconds = 1_000;

/** Sends signed requests to the app: within the process, or over connections that are kept alive. */
export class AppCaller {
  /** How often a function was called so far. */
  calls = 0;
  /** The app, when it is in this process. */
  app: AppHandler | undefined;
  /** Others that serve its functions. */
  readonly workers = new WorkerList();
  /** Which apps do not answer. */
  readonly away = new AwayApps();
  #signingKey: string;
  #abort = new AbortController();
  #agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

  constructor(signingKey: string) {
    this.#signingKey = signingKey;
    setMaxListeners(0, this.#abort.signal);
  }

  /** Sends one signed request and reads the whole answer; rejects when the app cannot be reached. */
  send(method: "POST" | "PUT", url: URL, body: string, { isElsewhere = false, onConnected = () => {} } = {}): Promise<AppResponse> {
    const headers = {
      "Content-Type": "application/json",
      "Content-Length": String(Buffer.byteLength(body)),
      "User-Agent": "inngest-local",
      "X-Inngest-Server-Kind": "cloud",
      "X-Inngest-Signature": sign(body, this.#signingKey),
    };
    return this.app && !isElsewhere
      ? this.#untilClosed(this.app({ method, url, headers, body }))
      : this.#sendOut({ method, url, headers, body }, onConnected);
  }

  #untilClosed<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const { signal } = this.#abort;
    return new Promise((resolve, reject) => {
      const broken = () => reject(Object.assign(new Error("the call was broken off"), { code: "ABORT_ERR" }));
      signal.addEventListener("abort", broken, { once: true });
      answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", broken));
    });
  }

  #sendOut({ method, url, headers, body }: AppRequest, onConnected: () => void): Promise<AppResponse> {
    const secure = url.protocol === "https:";
    return new Promise((resolve, reject) => {
      // node:http rather than fetch: a step may take hours, and fetch gives up after five minutes.
      const request = (secure ? https : http).request(
        url,
        {
          method,
          agent: secure ? this.#agents.https : this.#agents.http,
          signal: this.#abort.signal,
          timeout: longestSilenceMilliseconds,
          headers,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        },
      );
      request.on("socket", (socket) => {
        if (!socket.connecting) return onConnected();
        const error = Object.assign(new Error("no connection"), { code: "ETIMEDOUT", syscall: "connect" });
        const timer = setTimeout(() => request.destroy(error), longestConnectMilliseconds);
        socket
          .once("connect", onConnected)
          .once("connect", () => clearTimeout(timer))
          .once("close", () => clearTimeout(timer));
      });
      request.on("timeout", () => request.destroy(new Error("the app was silent for two hours")));
      request.on("error", reject);
      request.end(body);
    });
  }

  /** Calls a function of the app (SDK spec 4.4) and reads its answer. Never rejects. */
  async call(url: URL, body: string): Promise<CallResult> {
    this.calls += 1;
    const { url: worker, leave } = this.workers.enter({ isAppAway: this.away.has(url) });
    let hasBegun: NodeJS.Timeout | undefined;
    try {
      if (worker) return await this.#callAt(new URL(url.search, worker), body, worker);
      // The others need not wait for the end of the first one's step.
      const onConnected = () => {
        if (this.away.has(url)) hasBegun = setTimeout(() => this.away.note(url, false), longestRefusalMilliseconds).unref();
      };
      const answer = await this.#callAt(url, body, undefined, onConnected);
      this.away.note(url, answer.kind === "unreachable" && !answer.interrupted);
      return answer;
    } finally {
      clearTimeout(hasBegun);
      leave();
    }
  }

  /** While the app at this address is away, and nobody else serves its functions: a promise of the moment to look again. Only one call at a time tries. */
  untilBack(url: URL, signal: AbortSignal): Promise<void> | undefined {
    return this.workers.size > 0 ? undefined : this.away.turn(url, signal);
  }

  async #callAt(url: URL, body: string, worker: URL | undefined, onConnected?: () => void): Promise<CallResult> {
    let response: AppResponse;
    try {
      response = await this.send("POST", url, body, { isElsewhere: worker !== undefined, onConnected });
    } catch (error) {
      if (worker) this.workers.forget(worker.href);
      const { code = "", syscall } = error as NodeJS.ErrnoException;
      const reason = `${code || "error"} while calling ${url.origin}`;
      const interrupted = syscall !== "connect" && !["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(code);
      return { kind: "unreachable", reason, interrupted };
    }
    const signature = response.headers["x-inngest-signature"];
    if (!verifySignature(response.body, typeof signature === "string" ? signature : undefined, this.#signingKey)) {
      if (worker) this.workers.forget(worker.href);
      // A proxy's or Next.js's own error page, an app in dev mode, or one with another signing key.
      const reason = `HTTP ${response.status} without a valid signature from ${url.origin}${url.pathname}`;
      return { kind: "unreachable", reason, interrupted: false };
    }
    return readCallResult(response);
  }

  /** Breaks off every call in flight. */
  close(): void {
    this.#abort.abort();
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }
}

function parseJson(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads the answer to a call request: 200 completed, 206 operations, all else an error (SDK spec 4.4.3). */
export function readCallResult({ status, headers, body }: AppResponse): CallResult {
  const content = parseJson(body);
  const retryAt = parseRetryAfter(headers["retry-after"]);
  if (status === 200) return { kind: "completed", output: content };
  const operations = status === 206 ? parseOperations(content) : undefined;
  if (operations) return { kind: "operations", operations, retryAt };
  if (status === 201) {
    const message = "The app streams its answers (INNGEST_STREAMING), which Inngest for one machine does not support.";
    return { kind: "failed", error: { name: "Error", message }, retriable: false };
  }
  return {
    kind: "failed",
    error: toSerializedError(content),
    retriable: headers["x-inngest-no-retry"] !== "true",
    retryAt,
  };
}
