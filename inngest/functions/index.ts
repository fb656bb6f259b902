import { cancelProviderJob } from "./cancel-provider-job";
import { purgeTrashRegularly } from "./purge-trash";
import { reconcileGenerations } from "./reconcile-generations";
import { runBulkJob } from "./run-bulk-job";
import { runGeneration } from "./run-generation";

/** Every function that the engine may call. */
export const functions = [runGeneration, cancelProviderJob, reconcileGenerations, purgeTrashRegularly, runBulkJob];
