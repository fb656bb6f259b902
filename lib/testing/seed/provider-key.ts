import type { Viewer } from "@/lib/platform/caller/viewer";

/** Stores a provider's key as a viewer may, without asking the provider about it. */
export async function seedProviderKey(viewer: Viewer | null, input: Record<string, unknown>): Promise<void> {
  const { parseProviderKey, storeProviderKey } = await import("@/lib/generators/provider-keys/set-provider-key");
  await storeProviderKey(await parseProviderKey(viewer, input));
}
