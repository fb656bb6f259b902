import { tokenOf } from "../../lib/testing/bearer";
import type { Installation } from "../fixtures/installation";

/** The headers of someone who signs in with a token; the installation has `jwtSettings`. */
export const headersOf = async (subject: string): Promise<Record<string, string>> => ({ authorization: `Bearer ${await tokenOf(subject)}` });

/** Makes someone the owner of a new installation; answers their headers. */
export async function becomeOwner(installation: Installation, subject = "bench"): Promise<Record<string, string>> {
  const headers = await headersOf(subject);
  const response = await fetch(`${installation.url}/api/setup/owner`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ setup_token: installation.setupToken() }),
  });
  if (!response.ok) throw new Error(`no owner: ${await response.text()}`);
  return headers;
}
