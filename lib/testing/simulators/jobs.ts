import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import type { Fault } from "./faults";

/** A job that a simulated provider has accepted. What it costs is counted once each. */
export interface SimulatedJob {
  id: string;
  host: string;
  endpoint: string;
  request: Record<string, Json>;
  artifactType: ArtifactType;
  outputCount: number;
  /** Where results lie in the provider's JSON; see read-path.ts. */
  outputPath: string;
  /** The provider's JSON for these results, of a model that is described. */
  answer?: ((results: string[]) => Json) | undefined;
  webhookUrl: string | null;
  acceptedAt: number;
  startsAt: number;
  endsAt: number;
  cancelledAt: number | null;
  fault: Fault | null;
  webhooksDelivered: number;
}

/** Whether a safety checker puts something blank in place of this output. */
export const isBlank = ({ fault }: SimulatedJob, place: number) => fault?.kind === "blank" || (fault?.kind === "one-blank-output" && place === 1);

/** Where a job is now. */
export type SimulatedState = "queued" | "running" | "succeeded" | "failed" | "refused" | "cancelled";

const usualMs: Record<ArtifactType, number> = { image: 1800, video: 4000, audio: 2000, text: 800, model: 3000, lora: 5000 };
const queueMs = 700;

/** All jobs that were accepted since the simulator began. */
export class JobBook {
  readonly jobs = new Map<string, SimulatedJob>();

  /** `speed` 1 takes seconds as a person would see them; 0 ends a job at once, and a slow one when a test says so. */
  constructor(private readonly speed: number) {}

  accept(
    job: Pick<SimulatedJob, "host" | "endpoint" | "request" | "artifactType" | "outputCount" | "outputPath" | "answer" | "webhookUrl" | "fault">,
  ): SimulatedJob {
    const now = Date.now();
    const slow = job.fault?.kind === "slow" ? (job.fault.ms ?? (this.speed > 0 ? 20_000 : 3600_000)) : 0;
    const startsAt = now + queueMs * this.speed;
    const accepted = {
      ...job,
      id: randomUUID(),
      acceptedAt: now,
      startsAt,
      endsAt: startsAt + usualMs[job.artifactType] * this.speed + slow,
      cancelledAt: null,
      webhooksDelivered: 0,
    };
    this.jobs.set(accepted.id, accepted);
    return accepted;
  }

  state(job: SimulatedJob, now = Date.now()): SimulatedState {
    if (job.cancelledAt !== null) return "cancelled";
    if (now < job.startsAt) return "queued";
    if (now < job.endsAt) return "running";
    if (job.fault?.answer?.at === "end" || job.fault?.answer?.at === "result") return "failed";
    return job.fault?.kind === "fail" ? "failed" : job.fault?.kind === "refuse" ? "refused" : "succeeded";
  }

  /** Waits until a job is over, also one whose end is moved meanwhile. */
  async ended(job: SimulatedJob): Promise<void> {
    while (["queued", "running"].includes(this.state(job)))
      await delay(Math.min(Math.max(job.endsAt - Date.now(), 1), 20), undefined, { ref: false });
  }

  /** 0 to 1. */
  progress(job: SimulatedJob, now = Date.now()): number {
    return Math.min(Math.max((now - job.startsAt) / Math.max(job.endsAt - job.startsAt, 1), 0), 1);
  }

  /** How many of the same provider wait before it. */
  position(job: SimulatedJob): number {
    return [...this.jobs.values()].filter((other) => other.host === job.host && this.state(other) === "queued" && other.acceptedAt < job.acceptedAt)
      .length;
  }

  /** True when it was not too late. */
  cancel(job: SimulatedJob): boolean {
    if (!["queued", "running"].includes(this.state(job))) return false;
    job.cancelledAt = Date.now();
    return true;
  }
}
