import { ensureLocalOwner } from "@/lib/identity/tenants/ensure-local-owner";

/** What every local installation starts with: its tenant and its owner. Doing it twice changes nothing. */
export async function seed(): Promise<void> {
  await ensureLocalOwner();
}
