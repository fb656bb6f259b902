import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({ ...(await import("@/lib/platform/db/client")), ...(await import("@/lib/generations/provider-jobs/place-once")) });
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
});
afterAll(() => installation.close());

/** An upload that ends when it is told to, and knows how often it was begun. */
function slowUpload(expiresInSeconds: number | null = 86_400) {
  const upload: { begun: number; open(): void; run(): Promise<{ url: string; expiresInSeconds: number | null }> } = {
    begun: 0,
    open: () => undefined,
    run: () => {
      upload.begun += 1;
      const url = `https://files.example/${upload.begun}`;
      return new Promise((resolve) => {
        upload.open = () => resolve({ url, expiresInSeconds });
      });
    },
  };
  return upload;
}

describe("a file goes to a provider once", () => {
  it("for all who ask while it is on its way", async () => {
    const upload = slowUpload();
    const asked = Array.from({ length: 4 }, () => boards.placeOnce("installation:fal", "together", upload.run));
    await expect.poll(() => upload.begun).toBeGreaterThan(0);
    // Time for the others to have begun, if they were to.
    for (let turn = 0; turn < 5; turn++) await boards.db().providerUpload.count();
    upload.open();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["https://files.example/1"]));
    expect(upload.begun).toBe(1);
  });

  it("for who asks later, and for each key apart", async () => {
    const now = (url: string) => async () => ({ url, expiresInSeconds: null });
    expect(await boards.placeOnce("installation:fal", "later", now("first"))).toBe("first");
    expect(await boards.placeOnce("installation:fal", "later", now("second"))).toBe("first");
    expect(await boards.placeOnce("installation:kie", "later", now("third"))).toBe("third");
  });

  it("until it is about to expire", async () => {
    const soon = async () => ({ url: "old", expiresInSeconds: 60 });
    await boards.placeOnce("installation:fal", "expiring", soon);
    expect(await boards.placeOnce("installation:fal", "expiring", async () => ({ url: "new", expiresInSeconds: 86_400 }))).toBe("new");
  });

  it("and is tried again when it did not arrive", async () => {
    const broken = async () => {
      throw new Error("the line was cut");
    };
    await expect(boards.placeOnce("installation:fal", "lost", broken)).rejects.toThrow("the line was cut");
    expect(await boards.placeOnce("installation:fal", "lost", async () => ({ url: "there", expiresInSeconds: null }))).toBe("there");
  });
});
