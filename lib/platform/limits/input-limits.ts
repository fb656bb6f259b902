import { say } from "@/lib/messages/say";

/** No list that a client sends holds more than this, unless its own shape says less, or its argument that it takes more. */
export const maximumListItems = 200;

/** `extensions: takingUpTo(5000)` on an argument of GraphQL: its list may hold so many. */
export const takingUpTo = (maximumItems: number) => ({ maximumItems });

/** How many items the list of an argument with these extensions may hold. */
export const maximumItemsOf = ({ maximumItems = maximumListItems }: { maximumItems?: number }) => maximumItems;

/** No JSON value that a client sends is nested deeper than this. */
const maximumDepth = 32;

/** No JSON value that a client sends holds more fields and items than this, however they are nested. */
const maximumValues = 10_000;

/** The texts of a JSON value, names of fields included, have no more characters than this in all. */
const maximumCharacters = 262_144;

/** Why JSON can't be taken, in a sentence about `name`; null when it is neither too deep nor holds too much. */
export function jsonProblem(value: unknown, name: string): string | null {
  let values = 0;
  let characters = 0;
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === "string") characters += next.value.length;
    if (characters > maximumCharacters) return say("reasons.input.jsonTooLong", { name, maximum: maximumCharacters });
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth >= maximumDepth) return say("reasons.input.jsonTooDeep", { name, maximum: maximumDepth });
    const parts = Object.values(next.value);
    if (!Array.isArray(next.value)) for (const name of Object.keys(next.value)) characters += name.length;
    values += parts.length;
    if (values > maximumValues) return say("reasons.input.jsonTooMany", { name, maximum: maximumValues });
    for (const part of parts) waiting.push({ value: part, depth: next.depth + 1 });
  }
  return null;
}
