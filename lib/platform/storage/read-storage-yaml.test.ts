import { describe, expect, it } from "vitest";
import { readStorageYaml } from "@/lib/platform/storage/read-storage-yaml";

const file = `
storage:
  default_provider: local
  max_file_size: 104857600
  providers:
    archive: { type: s3, config: { bucket: "\${BUCKET}", region: eu-west-1, aws_access_key_id: "\${KEY}", aws_secret_access_key: "\${SECRET}" } }
    minio: { type: s3, config: { bucket: b, endpoint_url: "http://minio:9000/" } }
    google: { type: gcs, config: { bucket: g, project_id: p, credentials_json: '{"client_email":"a@b","private_key":"k"}' } }
    blob: { type: vercel-blob, config: { token: "\${SECRET}" } }
    disk: { type: local, config: { base_path: /data, public_url_base: "http://localhost:8088/api/storage" } }
  routing_rules:
    - condition: { artifact_type: video, size_gt: "50MB" }
      provider: archive
    - condition: { tenant_id: 0192d8f0-0000-7000-8000-000000000000 }
      provider: google
    - provider: local
`;
const variables = { BUCKET: "videos", KEY: "id", SECRET: "hunter2" };

it("reads storages and rules in the original's form, with variables", () => {
  const { defaultProvider, storages, rules } = readStorageYaml(file, variables);
  expect(defaultProvider).toBe("local");
  expect(storages).toMatchObject({
    archive: {
      type: "s3",
      bucket: "videos",
      region: "eu-west-1",
      isPathStyle: false,
      credentials: { accessKeyId: "id", secretAccessKey: "hunter2" },
    },
    minio: { endpoint: "http://minio:9000", isPathStyle: true, credentials: undefined },
    google: { type: "gcs", bucket: "g", credentials: { client_email: "a@b", private_key: "k" } },
    blob: { type: "vercel-blob", token: "hunter2" },
    disk: { type: "local", folder: "/data" },
  });
  expect(rules).toMatchObject([
    { artifactType: "video", overBytes: 52_428_800, provider: "archive" },
    { tenantId: "0192d8f0-0000-7000-8000-000000000000", provider: "google" },
    { provider: "local" },
  ]);
});

it("reads one that does not stand under `storage`, as the original's pages show it, and an empty one", () => {
  expect(readStorageYaml("routing_rules:\n  - { condition: { size_gt: 1.5 KB }, provider: local }", {}).rules).toMatchObject([{ overBytes: 1536 }]);
  expect(readStorageYaml("", {})).toEqual({ defaultProvider: null, storages: {}, rules: [] });
});

describe("names what is wrong, and no value:", () => {
  it.each([
    ["a variable that isn't set", file, { BUCKET: "b", SECRET: "hunter2" }, /the variable KEY isn't set/],
    ["a kind that isn't there", "providers: { a: { type: ftp, config: {} } }", {}, /providers\.a\.type/],
    ["a setting that is missing", "providers: { a: { type: s3, config: {} } }", {}, /providers\.a\.config\.bucket/],
    ["a setting that is unknown", "providers: { a: { type: gcs, config: { bucket: b, cdn_domain: c } } }", {}, /providers\.a\.config: .*cdn_domain/],
    ["half a key", "providers: { a: { type: s3, config: { bucket: b, aws_secret_access_key: hunter2 } } }", {}, /belong together/],
    [
      "a key that is none",
      "providers: { a: { type: gcs, config: { bucket: b, credentials_json: hunter2 } } }",
      {},
      /credentials_json: must be the JSON/,
    ],
    ["a size", "routing_rules: [{ condition: { size_gt: large }, provider: a }]", {}, /routing_rules\.0\.condition\.size_gt: must be a size/],
    ["a condition", "routing_rules: [{ condition: { color: red }, provider: a }]", {}, /routing_rules\.0\.condition: .*color/],
    ["a name", "providers: { My.Storage: { type: local, config: { base_path: a } } }", {}, /names of storages/],
    ["what is no YAML", "a: [", {}, /./],
  ])("%s", (_what, source, given, problem) => {
    const read = () => readStorageYaml(source, given);
    expect(read).toThrow(problem);
    expect(read).not.toThrow(/hunter2/);
  });
});
