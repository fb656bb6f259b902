import { type GraphQLField, type GraphQLInputField, getNamedType, isInputObjectType, isObjectType, isScalarType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "@/lib/api/graphql/schema";
import { redact } from "@/lib/platform/audit/write-audit-entry";
import type { FieldGuard } from "@/lib/platform/graphql/guarded-fields";

/* Whatever lets in whoever holds it is guarded as a credential, or it is said here why it need not be. */

const looksLikeCredential = /token|link|secret|key|ticket|passw|signature|cookie|credential|url|address/i;

const answered: Record<string, string> = {
  "NewApiKey.key": "answered once, to the person who made it; only its hash is kept",
  "ApiKey.prefix": "eight characters tell keys apart, and open nothing",
  "Generation.storageUrl": "signed, expires, and opens one file of a board that the viewer sees",
  "Generation.thumbnailUrl": "as storageUrl",
  "Generation.stripUrl": "as storageUrl",
  "Generation.downloadUrl": "as storageUrl",
  "BulkJob.downloadUrl": "signed, expires, and opens the archive that the viewer asked for",
  "SharedGeneration.storageUrl": "signed, expires within five minutes, and was asked for by the share token",
  "SharedGeneration.thumbnailUrl": "as storageUrl",
  "SharedGeneration.downloadUrl": "as storageUrl",
  "AdditionalFile.url": "part of a result, and not shown to strangers",
  "User.avatarUrl": "a public image",
  "ProviderInfo.baseUrl": "for admins of the installation, who set it, and it holds no password",
  "ProviderInfo.addressExample": "an example, the same for everybody",
  "ProviderInfo.canTestKey": "whether there is one to test",
  "ProviderInfo.keySource": "where a key comes from, not the key",
  "ProviderInfo.keyVariable": "the name of an environment variable",
  "ProviderInfo.takesWebhookSecret": "whether there may be one",
  "SignInOptions.hasPasswords": "whether there may be one",
  "SpendingRow.key": "what is counted by",
  "AuditEntry.ipAddress": "for admins: where a request came from",
  "Session.ipAddress": "the viewer's own",
};

const taken: Record<string, string> = {
  "CreateGenerationInput.idempotencyKey": "opens nothing",
  "UploadArtifactInput.fileUrl": "the log has addresses without their query and password",
  "ProviderKeyInput.baseUrl": "as fileUrl",
  "UpdateUserInput.avatarUrl": "as fileUrl",
};

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
const isPlain = ({ type }: GraphQLField<unknown, unknown> | GraphQLInputField) => isScalarType(getNamedType(type));
const isGuarded = ({ extensions }: GraphQLField<unknown, unknown>) => (extensions.guard as FieldGuard | undefined)?.isCredential === true;

describe("credentials", () => {
  it("are guarded wherever they are answered", () => {
    const found = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !["Query", "Mutation"].includes(type.name) && looksLikeCredential.test(field.name) && isPlain(field) && !isGuarded(field))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(found.filter((name) => !(name in answered))).toEqual([]);
    expect(types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()).filter(isGuarded)).length).toBeGreaterThan(1);
  });

  it("never enter the audit log by an argument or an input", () => {
    const inputs = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()).map((field) => ({ of: type.name, field })));
    const args = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) => args.map((field) => ({ of: name, field })));
    const looking = [...inputs, ...args].filter(({ of, field }) => looksLikeCredential.test(field.name) && !(`${of}.${field.name}` in taken));
    expect(looking.length).toBeGreaterThan(3);
    expect(looking.filter(({ field }) => JSON.stringify(redact({ [field.name]: "opens-the-door" })).includes("opens-the-door"))).toEqual([]);
    const address = { fileUrl: "https://me:pass@example.com/file?signature=opens-the-door" };
    expect(JSON.stringify(redact(address))).not.toMatch(/pass@|opens-the-door/);
  });
});
