import { contractOf } from "@/lib/generators/catalogue/ai-sdk/testing/contract-of";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";
import { togetherFlux2Pro } from "../models";

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = [contractOf(togetherFlux2Pro)];
