// `npm run storage:move -- --to s3`, or gcs: copies all files of this installation to another storage, also while it runs.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { env } from "@/lib/platform/env";
import { storageNamed, storageNames } from "@/lib/platform/storage/current-storage";
import { type MoveProgress, moveFiles } from "@/lib/platform/storage/move-files";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { home } from "./launch/paths.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { withDatabase } from "./launch/with-database.mjs";

const tellEveryMs = 5000;
const usage = "Usage: npm run storage:move -- --from local --to s3.";
const sentenceOf = ({ copied, skipped, bytes }: MoveProgress) => `${copied} files copied (${formatBytes(bytes)}), ${skipped} were there already`;

await launch(async () => {
  await withDatabase(async () => {
    process.env.BOARDS_STORAGE_LOCAL_BASE_PATH ??= join(home, "storage");
    const { from, to } = wantedOf(process.argv.slice(2));
    let toldAt = Date.now();
    const end = await moveFiles(opened(from), opened(to), {
      onProgress: (progress) => {
        if (Date.now() - toldAt < tellEveryMs) return;
        toldAt = Date.now();
        console.log(`${sentenceOf(progress)} …`);
      },
    }).catch((error) => {
      throw new Problem(`${error instanceof Error ? error.message : error} Run it again to go on where it ended.`);
    });
    console.log(`${sentenceOf(end)}. ${nextOf(from, to)}, restart, and run this once more for what was added meanwhile.`);
  });
});

const nextOf = (from: string, to: string) =>
  from === env().storageProvider ? `Set BOARDS_STORAGE_DEFAULT_PROVIDER=${to}` : `In ${env().storageConfigPath}, give ${from} what describes ${to}`;

function wantedOf(args: string[]): { from: string; to: string } {
  const { values } = parsed(args);
  // Unless it is said, from where files lie now.
  const { from = env().storageProvider, to } = values;
  if (!to || from === to) throw new Problem(`Say where from and to. ${usage} There are ${storageNames().join(", ")}.`);
  return { from, to };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { from: { type: "string" }, to: { type: "string" } } });
  } catch (error) {
    // An option that there isn't, or one without its value.
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

function opened(name: string) {
  try {
    return storageNamed(name);
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
}
