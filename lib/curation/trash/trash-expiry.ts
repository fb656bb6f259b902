import { env } from "@/lib/platform/env";

const dayMs = 24 * 3600 * 1000;

/** When what was put into the trash then is deleted for good; null for what is not there. */
export const expiryOf = (trashedAt: Date | null): Date | null => trashedAt && new Date(trashedAt.getTime() + env().trashDays * dayMs);
