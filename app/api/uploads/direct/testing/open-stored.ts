/** Asks for a stored file as a browser does, by the address that the server signs for it. Call it once the installation is open. */
export async function openStored(storageKey: string): Promise<Response> {
  const { signStorageUrl } = await import("@/lib/platform/storage/signed-url");
  const { GET } = await import("@/app/api/storage/[...path]/route");
  const url = new URL(signStorageUrl(storageKey, { mimeType: "text/plain" }), "http://localhost");
  const path = url.pathname.replace("/api/storage/", "").split("/");
  return GET(new Request(url, { headers: { host: "localhost" } }), { params: Promise.resolve({ path }) });
}
