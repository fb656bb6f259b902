/** A generation's phase as strangers to its board are told: that someone has to decide about a job is nobody's business but the tenant's. */
export const phaseForStrangers = (phase: string): string => (phase === "needs_review" ? "processing" : phase);
