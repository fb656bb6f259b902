import { builder } from "@/lib/platform/graphql/builder";

/** Values of an enum in upper case, which the product knows in lower case. */
export const lowerCased = <const Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, { value: name.toLowerCase() }])) as { [Key in Name]: { value: Lowercase<Key> } };

export const BoardRole = builder.enumType("BoardRole", { values: lowerCased("VIEWER", "EDITOR", "ADMIN") });
export const BoardQueryRole = builder.enumType("BoardQueryRole", { values: ["ANY", "OWNER", "MEMBER"] as const });
export const SortOrder = builder.enumType("SortOrder", {
  values: ["CREATED_ASC", "CREATED_DESC", "UPDATED_ASC", "UPDATED_DESC", "TITLE_ASC"] as const,
});
export const ArtifactTypeEnum = builder.enumType("ArtifactType", { values: lowerCased("IMAGE", "VIDEO", "AUDIO", "TEXT", "LORA", "MODEL") });
export const GenerationStatus = builder.enumType("GenerationStatus", {
  values: lowerCased("PENDING", "PROCESSING", "COMPLETED", "FAILED", "CANCELLED"),
});
export const InvitationState = builder.enumType("InvitationState", { values: lowerCased("OPEN", "EXPIRED", "ACCEPTED") });
export const TenantInvitationRole = builder.enumType("TenantInvitationRole", { values: lowerCased("MEMBER", "ADMIN") });
export const TenantRoleEnum = builder.enumType("TenantRole", { values: lowerCased("MEMBER", "ADMIN", "OWNER") });
export const ApiKeyScope = builder.enumType("ApiKeyScope", { values: lowerCased("READ", "GENERATE", "WRITE", "ADMIN") });
