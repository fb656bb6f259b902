import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { log } from "@/lib/platform/log";

/** A process that uses more than this ends itself, whatever it was doing. */
const memoryLimitBytes = 768 * 1024 * 1024;
/** And more than this the operating system refuses to give it, where it knows how: writable memory, of which Node.js 24 reserves half unused. */
const dataLimitKilobytes = 2 * 1024 * 1024;
/** Requests come first: what they leave of a busy machine is enough for media. 0 is the usual priority, 19 the lowest. */
const niceness = 10;
const begin = `ulimit -d ${dataLimitKilobytes}; command -v nice >/dev/null && exec nice -n ${niceness} node "$@"; exec node "$@"`;
/** What a process holds after a job that had to stretch it; it is replaced, since freed memory is not always given back. */
const roomyBytes = 320 * 1024 * 1024;

/** Why a media job has no result; `refused` with a sentence for people, the others with one for the log. */
export class MediaFailure extends Error {
  constructor(
    readonly reason: "refused" | "failed" | "memory" | "time",
    message: string,
  ) {
    super(message);
    this.name = "MediaFailure";
  }
}

/** What a process sends: parts of a result as they are known, then the result or what went wrong. */
interface Message {
  part?: object;
  result?: object;
  problem?: { isRefusal: boolean; message: string };
  rssBytes?: number;
}

export interface JobOptions {
  timeLimitMs: number;
  onPart?: (part: object) => void;
  signal?: AbortSignal;
}

/** One child process that decodes media, a job at a time. */
export class MediaProcess {
  private readonly child: ChildProcess;
  private errors = "";
  /** Whether it can take another job. */
  isUsable = true;

  constructor() {
    const program = join(/* turbopackIgnore: true */ process.cwd(), "lib/platform/media/worker/main.mjs");
    const node = ["--max-old-space-size=96", program, String(memoryLimitBytes)];
    const [command, args] = process.platform === "win32" ? ["node", node] : ["sh", ["-c", begin, "sh", ...node]];
    // Many threads work on images, for each of which glibc would keep memory of its own.
    const env = { ...process.env, MALLOC_ARENA_MAX: "2", NODE_OPTIONS: "" };
    this.child = spawn(/* turbopackIgnore: true */ command as string, args as string[], { stdio: ["ignore", "ignore", "pipe", "ipc"], env });
    this.child.stderr?.on("data", (chunk: Buffer) => {
      this.errors = (this.errors + chunk).slice(-2000);
    });
    this.child.on("exit", () => {
      this.isUsable = false;
    });
    this.child.on("error", (error) => {
      this.isUsable = false;
      log.error({ err: error }, "could not start a media process");
    });
    this.letParentEnd();
  }

  /** Does one job; throws a MediaFailure. After anything but a result or a refusal the process is gone. */
  run(job: object, { timeLimitMs, onPart, signal }: JobOptions): Promise<object> {
    this.child.ref();
    this.child.channel?.ref();
    return new Promise<object>((resolve, reject) => {
      const fail = (reason: MediaFailure["reason"], message: string) => {
        this.end();
        finish(() => reject(new MediaFailure(reason, message)));
      };
      const timer = setTimeout(() => fail("time", `not done after ${timeLimitMs / 1000} seconds`), timeLimitMs);
      const onMessage = ({ part, result, problem, rssBytes = 0 }: Message) => {
        if (part) return onPart?.(part);
        if (rssBytes > roomyBytes) this.end();
        if (result) return finish(() => resolve(result));
        const { isRefusal = false, message = "" } = problem ?? {};
        finish(() => reject(new MediaFailure(isRefusal ? "refused" : /memory|alloc/i.test(message) ? "memory" : "failed", message)));
      };
      const onExit = (code: number | null, killedBy: string | null) => {
        // 77 is its own word for too much memory; refused memory ends it by a signal.
        log.warn({ code, killedBy, errors: this.errors.slice(-500) }, "a media process exited during a job");
        fail(code === 77 || killedBy ? "memory" : "failed", `the process ended with ${killedBy ?? code}`);
      };
      const onError = (error: Error) => fail("failed", error.message);
      const onAbort = () => {
        this.end();
        finish(() => reject(signal?.reason));
      };
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.child.off("message", onMessage).off("exit", onExit).off("error", onError);
        signal?.removeEventListener("abort", onAbort);
        this.letParentEnd();
        settle();
      };
      this.child.on("message", onMessage).on("exit", onExit).on("error", onError);
      signal?.addEventListener("abort", onAbort);
      if (signal?.aborted) onAbort();
      else if (this.isUsable) this.child.send(job, (error) => error && onError(error));
      else onError(new Error("the process is gone"));
    });
  }

  /** Ends the process, whatever it is doing. */
  end(): void {
    this.isUsable = false;
    this.child.kill("SIGKILL");
  }

  private letParentEnd(): void {
    this.child.unref();
    this.child.channel?.unref();
    (this.child.stderr as { unref?: () => void } | null)?.unref?.();
  }
}
