/** The states of a provider job and which may follow each. The database keeps to it too, by the trigger `keep_provider_job_states`. */
const following = {
  /** Written down before the provider is called. */
  intent: ["submitted", "unknown", "succeeded", "failed", "cancelled", "refused"],
  /** The provider accepted it, and has not ended it. */
  submitted: ["succeeded", "failed", "cancelled"],
  /** The answer to its start was lost: the provider may have it or not. */
  unknown: ["submitted", "needs_review", "succeeded", "failed", "cancelled", "refused"],
  /** Nobody can find that out but an admin. */
  needs_review: ["submitted", "succeeded", "failed", "cancelled", "refused"],
  succeeded: [],
  failed: [],
  cancelled: [],
  /** The provider did not accept it: the same job may be started again. */
  refused: ["intent"],
} as const;

export type JobState = keyof typeof following;

/** The states from which one may be reached. */
export type StateBefore<To extends JobState> = { [From in JobState]: To extends (typeof following)[From][number] ? From : never }[JobState];

export const jobStates = Object.keys(following) as JobState[];

/** Whether one state may follow another. */
export const mayFollow = (from: JobState, to: JobState): boolean => (following[from] as readonly JobState[]).includes(to);

/** The states from which one may be reached. */
export const statesBefore = <To extends JobState>(to: To) => jobStates.filter((from) => mayFollow(from, to)) as StateBefore<To>[];

/** A job in these may still cost something. */
export const openStates = statesBefore("succeeded");
/** Nobody knows yet whether the provider accepted it. */
export const unansweredStates = statesBefore("submitted");
/** An admin may have to find that out. */
export const reviewableStates = unansweredStates.filter((state) => state !== "intent");
/** Open, and not waiting for an admin: a run, or the reconciler, looks after it. */
export const attendedStates = openStates.filter((state) => state !== "needs_review");
/** It has ended at the provider. */
export const endedStates = jobStates.filter((state) => following[state].length === 0);
/** The provider accepted it. */
export const acceptedStates: JobState[] = ["submitted", ...endedStates];

/** Whether a row's state is one of these. */
export const isOneOf = <State extends JobState>(states: readonly State[], state: string): state is State =>
  (states as readonly string[]).includes(state);
