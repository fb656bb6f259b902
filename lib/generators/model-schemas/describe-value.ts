import { say } from "@/lib/messages/say";
import type { ArtifactType, Json } from "../contract/define-generator";

/** What a range counts. */
export type Unit = "number" | "items" | "characters";

type Bound = number | null | undefined;

/** The ends of a range as messages take them. What JSON can hold at most is no bound. */
export function boundsOf(from: Bound, to: Bound) {
  const [least, most] = [from, to].map((bound) => (bound == null || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : String(bound)));
  const bounds = least != null && most != null ? "between" : least != null ? "least" : most != null ? "most" : "none";
  return { bounds, from: least ?? "", to: most ?? "" } as const;
}

/** What a switch takes; `values` where it does not take both. */
export const takesSwitch = (values: unknown[] = [true, false]): string =>
  say("reasons.model.takes.switch", { only: values.length > 1 ? "any" : values[0] ? "yes" : "no" });

export const takesChoice = (values: readonly unknown[]): string => say("reasons.model.takes.choice", { values: listed(values) });

export const takesNumber = (isWhole: boolean, from: Bound, to: Bound): string =>
  say("reasons.model.takes.number", { isWhole: String(isWhole), ...boundsOf(from, to) });

export const takesFile = (kind: ArtifactType): string => say("reasons.model.takes.file", { kind });

export const takesFiles = (kind: ArtifactType, minimum: number, maximum: number): string =>
  say("reasons.model.takes.files", { kind, minimum, maximum });

/** What a field takes, with what it is unless set. */
export function withDefault(takes: string, value: Json | undefined): string {
  if (value === undefined) return takes;
  const words = typeof value === "boolean" ? say(value ? "reasons.model.takes.yes" : "reasons.model.takes.no") : plainly(value);
  return say("reasons.model.takes.default", { takes, value: words });
}

const plainly = (value: Json): string =>
  value === "" ? say("reasons.model.takes.empty") : typeof value === "string" ? value : JSON.stringify(value);

/** A value as programs write it. */
export const shown = (value: Json): string => (value === null ? say("reasons.model.takes.empty") : JSON.stringify(value));

/** Values one after the other; of many the first. */
export const listed = (values: readonly unknown[]): string =>
  values.length > 8 ? say("reasons.model.takes.more", { values: values.slice(0, 7).join(", "), more: values.length - 7 }) : values.join(", ");
