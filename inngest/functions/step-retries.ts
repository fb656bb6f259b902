import { isOwnEngine } from "@/inngest/is-own-engine";

/**
 * How often a step of a generation is tried again: for four to nine minutes on either engine. Ours waits a second first, then twice as long each time;
 * Inngest waits 10 and 30 seconds, 1, 2 and 5 minutes, and so on up to 40. That ends long before BOARDS_JOB_TIMEOUT, which would end the generation with
 * a reason that is not the true one.
 */
export const stepRetries = isOwnEngine ? 8 : 5;
