import { setClock } from "@/lib/platform/clock";

// No test depends on the day on which it runs: this one lies before the end of every model.
setClock(() => new Date("2026-04-08T12:00:00Z"));
