import type { BoardEvent } from "@/lib/generations/live/board-events";
import { eventMessage } from "@/lib/generations/live/event-stream";
import { forStrangers } from "@/lib/generations/progress/append-event";

/** For whom an event is written: with what strangers to its board may know, and with its number as the id to resume by. */
interface EventForm {
  isForStrangers: boolean;
  hasId: boolean;
}

/** Addresses in it end in an hour at the earliest. */
const keptMs = 60_000;

const written = new WeakMap<BoardEvent, { at: number; texts: Map<string, string> }>();

/** An event as a message of a stream, written once for all who are told the same. */
export async function eventText(event: BoardEvent, { isForStrangers, hasId }: EventForm): Promise<string> {
  let known = written.get(event);
  if (!known || Date.now() - known.at > keptMs) {
    known = { at: Date.now(), texts: new Map() };
    written.set(event, known);
  }
  const form = `${isForStrangers} ${hasId}`;
  const text = known.texts.get(form);
  if (text !== undefined) return text;
  const { tellResult, ...told } = event;
  const whole = { ...(isForStrangers ? forStrangers(told) : told), ...(tellResult ? { result: await tellResult() } : {}) };
  const message = eventMessage("generation", whole, hasId ? event.number : undefined);
  known.texts.set(form, message);
  return message;
}
