import type { DescribedError } from "./describe-error";

/** Makes whoever is signed in the owner of the installation, by its setup token. Answers what the server says against it, with its reason; null when it is done. */
export async function becomeOwner(setupToken: string): Promise<(DescribedError & { reason?: string }) | null> {
  try {
    const body = JSON.stringify({ setup_token: setupToken });
    const response = await fetch("/api/setup/owner", { method: "POST", headers: { "content-type": "application/json" }, body });
    if (response.ok) return null;
    const { detail, reason, field } = (await response.json()) as { detail: string; reason?: string; field?: string };
    return { message: detail, ...(reason ? { reason } : {}), ...(field ? { field } : {}) };
  } catch {
    return { message: "The server cannot be reached. Check that it runs, and try again." };
  }
}
