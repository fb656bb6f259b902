import { BoardsError } from "@/lib/platform/errors";

/** Where an id alone is asked for; an address of its own comes with every job. https://docs.bfl.ai/integration_guidelines (read 2026-11-25) */
const knownPlaces = ["api.bfl.ai", "api.eu.bfl.ai", "api.us.bfl.ai", "api.eu1.bfl.ai", "api.us1.bfl.ai"].map((host) => `${host}/v1/get_result`);

// The id, then where its cluster answers, then the price; the key goes to hosts of Black Forest Labs only.
const pattern = /^([\w-]{1,80})(?:@([a-z0-9.-]{1,60}\.bfl\.ai\/[\w/]{1,60}))?(?:#credits=(\d{1,9}(?:\.\d{1,6})?))?$/;

/** What BFL answers to a submit. */
export interface Accepted {
  id: string;
  polling_url?: unknown;
  cost?: unknown;
}

/** What is kept of a job, as in `<id>@api.eu2.bfl.ai/v1/get_result#credits=4.5`: only the cluster that has it knows it. */
export function handleOf({ id, polling_url, cost }: Accepted): string {
  const [, place = ""] = /^https:\/\/([^?#]+)\?id=([^&#]+)$/.exec(String(polling_url)) ?? [];
  const price = typeof cost === "number" ? `#credits=${cost}` : "";
  const whole = `${id}${place && `@${place}`}${price}`;
  return pattern.test(whole) ? whole : id;
}

/** Where a job can be asked for, and its price; `isKnown` when BFL itself named the place. An id alone, as an admin has it, will do. */
export function placesOf(handle: string): { id: string; addresses: string[]; isKnown: boolean; credits: number | undefined } {
  const [, id, place, price] = pattern.exec(handle) ?? [];
  if (!id) throw new BoardsError("provider.bad_input", { raw: `no id of a job: ${handle.slice(0, 200)}` });
  const places = place ? [place] : knownPlaces;
  const credits = price === undefined ? undefined : Number(price);
  return { id, addresses: places.map((each) => `https://${each}?id=${id}`), isKnown: place !== undefined, credits };
}
