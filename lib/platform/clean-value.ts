import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { cleanText, storableText } from "@/lib/platform/text/clean-text";

/** JSON.stringify and PostgreSQL give up at some thousands. What clients send has far fewer (`maximumDepth`). */
const maximumLevels = 1000;

/** Every text within a value by `cleanText`, keys included. What is nested too deeply is refused, and the error names the field. */
export const cleanValue = <Value>(value: Value): Value => mapTexts(value, cleanText, []) as Value;

/** Every text within a value by `storableText`, keys included. */
export const storableValue = <Value>(value: Value): Value => mapTexts(value, storableText, []) as Value;

/**
 * The value itself where nothing changes. Dates, bytes and other objects of a class stay as they are. A key `__proto__` is left out: whoever
 * copies the object, as Prisma does, would set its prototype by it.
 */
function mapTexts(value: unknown, change: (text: string) => string, path: string[]): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (path.length > maximumLevels)
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.tooManyLevels", { maximum: maximumLevels }),
      field: path[path[0] === "input" ? 1 : 0],
    });
  const within = (key: string, item: unknown) => {
    if (typeof item === "string") return change(item);
    path.push(key);
    const mapped = mapTexts(item, change, path);
    path.pop();
    return mapped;
  };
  if (Array.isArray(value)) {
    const items = value.map((item, index) => within(String(index), item));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const entries = Object.entries(value);
  const mapped = entries.map(([key, item]): [string, unknown] => [change(key), within(key, item)]).filter(([key]) => key !== "__proto__");
  const isSame =
    mapped.length === entries.length && mapped.every(([key, item], index) => key === entries[index]?.[0] && item === entries[index]?.[1]);
  return isSame ? value : Object.fromEntries(mapped);
}
