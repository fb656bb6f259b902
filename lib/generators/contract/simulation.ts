import { env } from "@/lib/platform/env";

/** The address of the simulator that stands in for every provider, without slash at the end; undefined in earnest. */
export function simulatorUrl(): string | undefined {
  return env().simulatorUrl;
}
