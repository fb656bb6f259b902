import { createHash } from "node:crypto";
import { parse, stringify } from "uuid";

/**
 * The id that a result of an archive has on a board: always the same, so that importing it again adds nothing and lineage needs no table of ids;
 * another on every board, and none that the archive can choose. A UUIDv7 keeps its time, and so its place in the order.
 */
export function importedId(boardId: string, sourceId: string): string {
  const source = parse(sourceId);
  const hash = createHash("sha256").update(parse(boardId)).update(source).digest();
  const id = Buffer.concat([source.subarray(0, 6), hash.subarray(0, 10)]);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x70, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return stringify(id);
}

/** A value in which every id of `sourceIds` is replaced by the one that it has on the board. */
export function withImportedIds(value: unknown, boardId: string, sourceIds: ReadonlySet<string>): unknown {
  if (typeof value === "string") return sourceIds.has(value) ? importedId(boardId, value) : value;
  if (Array.isArray(value)) return value.map((each) => withImportedIds(each, boardId, sourceIds));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withImportedIds(each, boardId, sourceIds)]));
}
