import type { Json } from "@/lib/generators/contract/define-generator";

/** For models that take a number of seconds, but as text. */
export const durationAsText = ({ duration, ...request }: Record<string, Json>): Record<string, Json> => ({
  ...request,
  duration: String(duration),
});
