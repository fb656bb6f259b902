import { env } from "@/lib/env";

// Imported by instrumentation.ts: a server with an unusable configuration says why and does not start.
try {
  env();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
