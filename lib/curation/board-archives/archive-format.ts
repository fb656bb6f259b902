import * as z from "zod";
import { tagMetadata, tagName } from "@/lib/curation/tags/tag-input";

/** The version that this installation writes, and the newest that it reads. */
export const archiveVersion = 1;

/** The entry that says what an archive holds. */
export const manifestName = "archive.json";
/** The entry that describes the results of one part. */
export const resultsName = (number: number): string => `results/${String(number).padStart(6, "0")}.json`;
/** The entry of a result's file. */
export const mediaName = (id: string, extension: string): string => `media/${id}.${extension}`;

/** Every name that an entry may have: what else is in a zip is refused, not left out. */
export const entryName = /^(archive\.json|results\/\d{1,9}\.json|media\/[A-Za-z0-9-]{1,64}\.[a-z0-9]{1,12})$/;

/** Bounds of what is read into memory, and of how much there may be. */
export const bounds = { entries: 500_000, manifestBytes: 8_388_608, resultsBytes: 16_777_216, resultsPerPart: 200, parts: 50_000 };

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hex");
const moment = z.iso.datetime({ offset: true });
const json = (maximum: number) =>
  z.record(z.string().max(200), z.unknown()).refine((value) => JSON.stringify(value).length <= maximum, `must be at most ${maximum} characters`);
const name = z.string().min(1).max(100);

/** One result, as `results/*.json` describes it. */
const archivedResult = z.object({
  id: z.uuid(),
  createdAt: moment,
  startedAt: moment.nullable(),
  completedAt: moment.nullable(),
  generator: name,
  artifactType: z.enum(["image", "video", "audio", "text", "lora", "model"]),
  inputParams: json(1_000_000),
  /** What it was made from. */
  inputs: z.array(z.object({ id: z.uuid(), role: name, artifactType: name })).max(1000),
  regeneratedFrom: z.uuid().nullable(),
  isSimulated: z.boolean(),
  tags: z.array(z.object({ name: tagName, metadata: tagMetadata })).max(50),
  isStarred: z.boolean(),
  rating: z.int().min(1).max(5).nullable(),
  file: z.object({
    path: z.string().regex(/^media\/[A-Za-z0-9-]{1,64}\.[a-z0-9]{1,12}$/, "must be a name in media/"),
    sha256,
    sizeBytes: z.int().min(1),
  }),
});

/** One result in an archive. */
export type ArchivedResult = z.infer<typeof archivedResult>;

/** The results of one part. */
export const archivedResults = z.array(archivedResult).min(1).max(bounds.resultsPerPart);

/** `archive.json`, apart from its version, which is looked at first. */
export const archiveManifest = z.object({
  format: z.literal("boards-archive"),
  version: z.literal(archiveVersion),
  exportedAt: moment,
  board: z.object({
    /** Of the board where it was, or of the search that found the results. */
    id: z.uuid(),
    title: z.string().trim().min(1).max(255),
    description: z.string().max(10_000).nullable(),
  }),
  results: z
    .array(
      z.object({
        path: z.string().regex(/^results\/\d{1,9}\.json$/, "must be a name in results/"),
        sha256,
        count: z.int().min(1).max(bounds.resultsPerPart),
      }),
    )
    .max(bounds.parts),
});

/** What an archive says of itself. */
export type ArchiveManifest = z.infer<typeof archiveManifest>;
