import { env } from "@/lib/platform/env";

/** The address of the simulator that stands in for every provider, without slash at the end; undefined in earnest. */
export function simulatorUrl(): string | undefined {
  return env().simulatorUrl;
}

/** Whether what providers do costs nothing, neither here nor there: they are simulated, and no test asks for simulated runs to be charged. */
export const areProvidersFree = (): boolean => simulatorUrl() !== undefined && !env().areSimulatedRunsCharged;
