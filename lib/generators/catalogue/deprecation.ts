import { say } from "@/lib/messages/say";
import type { Deprecation, Generator } from "../contract/define-generator";
import { today } from "../contract/today";
import { findGenerator } from "./registry";

/** What is said of a generator that should not be chosen any more. */
export interface DeprecationFacts {
  /** For people, with what to use instead. */
  sentence: string;
  /** The day on which its provider ends it, as in 2026-12-01; null when none is known. */
  endsOn: string | null;
  /** Whether that day has come. */
  hasEnded: boolean;
  /** The name of the generator to use instead. */
  successor: string | null;
}

/** Whether a generator's provider ends it, and what takes its place; null when nothing is known of it. */
export function deprecationOf(generator: Generator): DeprecationFacts | null {
  const deprecated: Deprecation | undefined = "deprecated" in generator ? generator.deprecated : undefined;
  if (!deprecated) return null;
  const { on = null, use = null, note } = deprecated;
  const hasEnded = on !== null && today() >= on;
  const end = on && say("reasons.generator.end", { hasEnded: hasEnded ? "yes" : "no", day: dayOf(on) });
  const instead = use && say("reasons.generator.use", { generator: findGenerator(use)?.title ?? use });
  return { sentence: [end, note, instead].filter(Boolean).join(". "), endsOn: on, hasEnded, successor: use };
}

const dayOf = (day: string) => new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
