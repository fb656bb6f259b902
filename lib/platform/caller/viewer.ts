import type messages from "@/lib/messages/en.json";
import { say } from "@/lib/messages/say";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import type { User } from "@/prisma/generated/client";

/** What a key may be used for. Every key may read; each other scope adds to that. */
export const scopes = ["read", "generate", "write", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** A person's role in their tenant. */
export type TenantRole = "member" | "admin" | "owner";

/** Someone who is signed in, seen from one tenant. */
export interface Viewer {
  /** The person, in whichever tenant. */
  accountId: string;
  /** Who they are in this tenant. */
  userId: string;
  tenantId: string;
  tenantRole: TenantRole;
  /** A browser or a bearer token has all; a personal key those it was given. */
  scopes: readonly Scope[];
  /** How they signed in. A key cannot make keys or end sessions. */
  via: "local" | "session" | "bearer" | "api-key";
}

/** A viewer with every scope. */
export function sessionViewer(user: User, via: Viewer["via"] = "session"): Viewer {
  return { accountId: user.accountId, userId: user.id, tenantId: user.tenantId, tenantRole: user.tenantRole as TenantRole, scopes, via };
}

/** The original's mutations, whose own sentences for callers who aren't signed in its clients may know. */
type OriginalMutation = keyof typeof messages.reasons.auth.requiredTo;

/** Insists that someone is signed in and may use `scope`. */
export function requireViewer(viewer: Viewer | null, scope: Scope = "write", original?: OriginalMutation): Viewer {
  if (!viewer && currentRequest().accountId) throw new BoardsError("tenant.no_membership");
  if (!viewer) throw new BoardsError("auth.required", original && { message: say(`reasons.auth.requiredTo.${original}`) });
  if (!viewer.scopes.includes(scope)) throw new BoardsError("auth.scope_missing", { message: say("reasons.auth.scopeMissing", { scope }) });
  return viewer;
}

/** Insists on a person, not a key: for what would let a stolen key outlive its revocation. */
export function requirePerson(viewer: Viewer | null): Viewer {
  const person = requireViewer(viewer);
  if (person.via === "api-key") throw new BoardsError("auth.person_required");
  return person;
}

/** Insists on a person who is signed in, in a tenant or in none, and not on a key. Answers their account's id. */
export function requireAccount({ viewer, accountId }: { viewer: Viewer | null; accountId: string | null }): string {
  return viewer || !accountId ? requirePerson(viewer).accountId : accountId;
}

/** Whether the viewer administers their tenant. */
export function isTenantAdmin(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && viewer.tenantRole !== "member" && viewer.scopes.includes("admin");
}

/** Insists on an admin of the viewer's own tenant. */
export function requireTenantAdmin(viewer: Viewer | null): Viewer {
  const someone = requireViewer(viewer, "admin");
  if (!isTenantAdmin(someone)) throw new BoardsError("auth.admin_required");
  return someone;
}

/** Insists on an admin of the installation: of the tenant that it begins with. */
export function requireInstallationAdmin(viewer: Viewer | null, defaultTenantId: string): Viewer {
  const admin = requireTenantAdmin(viewer);
  if (admin.tenantId !== defaultTenantId)
    throw new BoardsError("auth.admin_required", { message: say("reasons.auth.installationAdminOnly", { tenant: env().tenantSlug }) });
  return admin;
}
