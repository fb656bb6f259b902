import type { BulkJob } from "@/prisma/generated/client";

type JobOfArchive = Pick<BulkJob, "id" | "createdAt">;

/** Where what belongs to an export lies in the storage: the hourly round deletes it by its name (delete-orphan-files.ts). */
export const exportFolder = ({ id, createdAt }: JobOfArchive): string => `archives/${createdAt.toISOString().slice(0, 10)}/${id}`;

/** The finished archive of an export. */
export const archiveKey = (job: JobOfArchive): string => `${exportFolder(job)}/original`;

/** What was written of an export so far. */
export const partsFolder = (job: JobOfArchive): string => `${exportFolder(job)}/parts`;

/** What is known of the part that began when so many results had been looked at. */
export const partFactsKey = (job: JobOfArchive, done: number): string => `${partsFolder(job)}/${done}.json`;
