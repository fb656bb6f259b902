import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/platform/env";
import { artifactKey } from "@/lib/platform/storage/artifact-key";
import { currentStorage, storageNamed, storageNames } from "@/lib/platform/storage/current-storage";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { RoutedStorage } from "@/lib/platform/storage/routed-storage";
import { storageNamedBy } from "@/lib/platform/storage/storage-key";
import { storageOrigins, storagePlan } from "@/lib/platform/storage/storage-plan";

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
  forgetEnv();
});

/** Sets variables, and a storage.yaml where one is given. */
async function set(yaml: string | null, variables: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "boards-plan-"));
  if (yaml !== null) await writeFile(join(folder, "storage.yaml"), yaml);
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://localhost/boards",
    BOARDS_LOCAL: "1",
    BOARDS_STORAGE_SIGNING_KEY: "test-signing-key-test-signing-key",
    BOARDS_STORAGE_LOCAL_BASE_PATH: folder,
    ...(yaml === null ? {} : { BOARDS_STORAGE_CONFIG_PATH: join(folder, "storage.yaml") }),
    ...variables,
  });
  forgetEnv();
}

const [tenantId, boardId, artifactId] = ["0192d8f0-0000-7000-8000-000000000000", "0192d8f0-0000-7000-8000-000000000001", "a"];
const file = (artifactType: string, sizeBytes?: number) => ({ tenantId, boardId, artifactId, artifactType, sizeBytes });
/** Where a new file goes; null is the default storage. */
const placeOf = (artifact: ReturnType<typeof file>) => storageNamedBy(artifactKey(artifact).replace("/original", ""));

const providers = `
providers:
  archive: { type: s3, config: { bucket: films, region: eu-west-1 } }
  google: { type: gcs, config: { bucket: sounds } }
`;

it("is one storage without a file", async () => {
  await set(null);
  expect(currentStorage()).toBeInstanceOf(LocalStorage);
  expect([storageOrigins(), storageNames(), placeOf(file("video", 10 ** 12))]).toEqual([[], ["local"], null]);
});

it("is as many as a file describes, of which the first rule that a new file meets chooses one", async () => {
  await set(`${providers}
routing_rules:
  - { condition: { artifact_type: video, size_gt: 1MB }, provider: archive }
  - { condition: { board_id: ${boardId}, artifact_type: text }, provider: local }
  - { condition: { tenant_id: ${tenantId} }, provider: google }
`);
  expect(currentStorage()).toBeInstanceOf(RoutedStorage);
  expect(storageOrigins()).toEqual(["https://films.s3.eu-west-1.amazonaws.com", "https://storage.googleapis.com"]);
  expect(storageNames()).toEqual(["local", "archive", "google"]);
  expect(storageNamed("local")).toBeInstanceOf(LocalStorage);
  expect(() => storageNamed("s3")).toThrow("Nothing is set for a storage s3. There are local, archive, google.");
  const places = [file("video", 1_048_577), file("video", 1_048_576), file("video"), file("text", 9), { ...file("image", 9), tenantId: boardId }];
  expect(places.map(placeOf)).toEqual(["archive", "google", "google", null, null]);
  expect(artifactKey(file("video", 10 ** 9))).toMatch(new RegExp(`^${tenantId}/video/${boardId}/a_\\d{14}_[0-9a-f]{8}\\.archive/original$`));
});

describe("says what contradicts itself:", () => {
  it.each([
    ["another default", "default_provider: s3", {}, /default_provider is s3, but BOARDS_STORAGE_DEFAULT_PROVIDER is local/],
    [
      "the default twice",
      "providers: { local: { type: local, config: { base_path: a } } }",
      {},
      /providers\.local: the default storage is set by variables/,
    ],
    [
      "a rule for no storage",
      `${providers}\nrouting_rules: [{ provider: nowhere }]`,
      {},
      /routing_rules\.0: there is no storage nowhere, only local, archive, google/,
    ],
    [
      "a file that isn't there",
      null,
      { BOARDS_STORAGE_CONFIG_PATH: "/nowhere/storage.yaml" },
      /BOARDS_STORAGE_CONFIG_PATH \(\/nowhere\/storage\.yaml\): ENOENT/,
    ],
  ])("%s", async (_what, yaml, variables, problem) => {
    await set(yaml, variables);
    expect(storagePlan).toThrow(problem);
  });
});
