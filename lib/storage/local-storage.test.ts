import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalStorage } from "@/lib/storage/local-storage";
import { describeStorage } from "@/lib/storage/storage-contract";

describeStorage("LocalStorage", async () => new LocalStorage(await mkdtemp(join(tmpdir(), "boards-storage-"))));
