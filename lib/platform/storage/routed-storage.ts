import { BoardsError } from "@/lib/platform/errors";
import type { ByteRange, ServedAs, Storage, StorageSource } from "@/lib/platform/storage/storage";
import { folderOf, storageNamedBy } from "@/lib/platform/storage/storage-key";

/**
 * Several storages as one: a key says in which its file lies, by the name of the storage after its folder's, and names none for the default
 * one. So a row that knows its key knows its storage, and rules that change later move nothing.
 */
export class RoutedStorage implements Storage {
  /** The default storage first. */
  private readonly all: [name: string | null, storage: Storage][];

  constructor(standard: Storage, named: Record<string, Storage>) {
    this.all = [[null, standard], ...Object.entries(named)];
  }

  async write(key: string, source: StorageSource) {
    return this.of(key).write(key, source);
  }

  async stat(key: string) {
    return this.of(key).stat(key);
  }

  async read(key: string, range?: ByteRange) {
    return this.of(key).read(key, range);
  }

  async addressOf(key: string, servedAs: ServedAs) {
    return this.of(key).addressOf(key, servedAs);
  }

  /** Not of a file whose storage isn't described any more: where it is fetched, that is said. */
  signsForLittle(key: string) {
    const name = storageNamedBy(folderOf(key));
    return this.all.some(([each, storage]) => each === name && storage.signsForLittle(key));
  }

  async openUpload(key: string, announced: { sizeBytes: number; expiresAt: Date }) {
    return this.of(key).openUpload(key, announced);
  }

  async closeUpload(key: string, partsId: string) {
    return this.of(key).closeUpload(key, partsId);
  }

  /** Between two storages the bytes pass this server. */
  async copy(from: string, to: string) {
    const [source, target] = [this.of(from), this.of(to)];
    if (source === target) return source.copy(from, to);
    const body = await source.read(from);
    const { sizeBytes } = await target.write(to, body);
    if ((await source.stat(from))?.sizeBytes === sizeBytes) return;
    await target.deleteFolder(folderOf(to));
    throw new BoardsError("storage.unavailable", { cause: new Error(`${from} changed while it was copied`) });
  }

  async copyToFile(key: string, path: string) {
    return this.of(key).copyToFile(key, path);
  }

  /** One storage after the other. What lies in one and names another was left behind by a move, and is nobody's. */
  async list(after: string | null, limit: number) {
    const keys: string[] = [];
    let cursor = after;
    const first = after === null ? 0 : this.all.findIndex(([name]) => name === storageNamedBy(folderOf(after)));
    for (const [name, storage] of this.all.slice(Math.max(0, first))) {
      for (let isMore = true; isMore && keys.length < limit; ) {
        const wanted = limit - keys.length;
        const page: string[] = await storage.list(cursor, wanted);
        keys.push(...page.filter((key) => storageNamedBy(folderOf(key)) === name));
        cursor = page.at(-1) ?? null;
        isMore = page.length === wanted;
      }
      if (keys.length === limit) return keys;
      cursor = null;
    }
    return keys;
  }

  /** A folder at the top, such as a tenant's, may hold files in every storage. */
  async deleteFolder(folder: string) {
    if (folder.includes("/")) return this.named(storageNamedBy(folder), folder).deleteFolder(folder);
    for (const [, storage] of this.all) await storage.deleteFolder(folder);
  }

  async deletePartialWrites(before: Date) {
    for (const [, storage] of this.all) await storage.deletePartialWrites(before);
  }

  async check() {
    await Promise.all(this.all.map(([, storage]) => storage.check()));
  }

  private of(key: string): Storage {
    return this.named(storageNamedBy(folderOf(key)), key);
  }

  private named(name: string | null, key: string): Storage {
    const found = this.all.find(([each]) => each === name);
    if (!found)
      throw new BoardsError("storage.unavailable", { cause: new Error(`BOARDS_STORAGE_CONFIG_PATH has no storage ${name}, which ${key} names`) });
    return found[1];
  }
}
