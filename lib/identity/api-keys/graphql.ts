import { createApiKey, maximumKeys, revokeApiKey } from "@/lib/identity/api-keys/api-keys";
import { requirePerson, type Scope } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { ApiKeyScope } from "@/lib/platform/graphql/enums";
import type { ApiKey } from "@/prisma/generated/client";

const ApiKeyRef = builder.prismaObject("ApiKey", {
  description: "A personal key for API clients: `Authorization: Bearer boards_…`. Every key can read; scopes add more.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    name: t.exposeString("name"),
    prefix: t.exposeString("prefix", { description: "The first characters of the key, to tell keys apart." }),
    scopes: t.field({ type: [ApiKeyScope], resolve: ({ scopes }) => scopes as Scope[] }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", nullable: true, description: "Accurate to the minute." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true }),
  }),
});

const NewApiKey = builder.objectRef<{ key: string; apiKey: ApiKey }>("NewApiKey").implement({
  fields: (t) => ({
    key: t.exposeString("key", { description: "Shown only once; only its hash is stored." }),
    apiKey: t.field({ type: ApiKeyRef, resolve: ({ apiKey }) => apiKey }),
  }),
});

const CreateApiKeyInput = builder.inputType("CreateApiKeyInput", {
  fields: (t) => ({
    name: t.string({ required: true }),
    scopes: t.field({ type: [ApiKeyScope], required: true }),
    expiresAt: t.field({ type: "DateTime", description: "Never expires if omitted." }),
  }),
});

builder.queryField("myApiKeys", (t) =>
  t.prismaField({
    type: ["ApiKey"],
    description: "The viewer's active API keys, newest first. Not available to API keys.",
    extensions: atMost(maximumKeys),
    resolve: (query, _root, _args, { viewer }) =>
      viewer && viewer.via !== "api-key"
        ? db().apiKey.findMany({
            ...query,
            where: { userId: viewer.userId, revokedAt: null },
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            take: maximumKeys,
          })
        : [],
  }),
);

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: NewApiKey,
    args: { input: t.arg({ type: CreateApiKeyInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => createApiKey(requirePerson(viewer), input),
  }),
  revokeApiKey: t.field({
    type: ApiKeyRef,
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => revokeApiKey(requirePerson(viewer), id),
  }),
}));
