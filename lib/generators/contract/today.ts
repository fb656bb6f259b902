import { now } from "@/lib/platform/clock";

/** This day in UTC, as in 2026-12-01: a day begins for everyone at once. */
export const today = (): string => now().toISOString().slice(0, 10);
