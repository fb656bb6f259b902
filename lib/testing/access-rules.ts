import type { Actor, BoardKind } from "@/lib/testing/access-fixture";

/* Who may do what, in words of their own and not taken from the policies: rules that the access matrices are written in. */

export type Outcome = "ok" | "empty" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_USER_INPUT" | "CONFLICT";
type Scope = "read" | "generate" | "write" | "admin";

export const onTheBoard: Actor[] = ["viewer", "editor", "boardAdmin", "owner", "keyRead", "keyGenerate", "keyWrite"];
export const owners: Actor[] = ["owner", "keyRead", "keyGenerate", "keyWrite"];
export const editors: Actor[] = ["editor", "boardAdmin", ...owners];
export const boardAdmins: Actor[] = ["boardAdmin", ...owners];
export const admins: Actor[] = ["tenantAdmin", "tenantOwner", "adminKey"];
const keys: Partial<Record<Actor, Scope[]>> = {
  keyRead: ["read"],
  keyGenerate: ["read", "generate"],
  keyWrite: ["read", "write"],
  adminKey: ["read", "generate", "write", "admin"],
  adminKeyWithoutAdmin: ["read", "generate", "write"],
};
export const isKey = (actor: Actor) => actor in keys;
export const sees = (actor: Actor, kind: BoardKind) => kind === "public" || onTheBoard.includes(actor);
/** No stranger to a board: on it, or an admin of its tenant who sees it. */
export const isFamiliar = (actor: Actor, kind: BoardKind) => onTheBoard.includes(actor) || (kind === "public" && admins.includes(actor));
export const hasScope = (actor: Actor, scope: Scope) => keys[actor]?.includes(scope) ?? true;

export type Rule = (actor: Actor, kind: BoardKind) => Outcome;
export const inOrder =
  (...rules: Rule[]): Rule =>
  (actor, kind) => {
    for (const rule of rules) {
      const outcome = rule(actor, kind);
      if (outcome !== "ok") return outcome;
    }
    return "ok";
  };
export const everybody: Rule = () => "ok";
export const signedIn =
  (scope: Scope = "write"): Rule =>
  (actor) =>
    actor === "anonymous" ? "UNAUTHENTICATED" : hasScope(actor, scope) ? "ok" : "FORBIDDEN";
export const visible: Rule = (actor, kind) => (sees(actor, kind) ? "ok" : "NOT_FOUND");
export const among =
  (allowed: Actor[], otherwise: Outcome = "FORBIDDEN"): Rule =>
  (actor) =>
    allowed.includes(actor) ? "ok" : otherwise;
/** A write on a board, by these. Whoever does not see the board learns only that it is not there. */
export const onBoard = (allowed: Actor[], scope: Scope = "write") => inOrder(signedIn(scope), visible, among(allowed));
export const person = inOrder(signedIn(), (actor) => (isKey(actor) ? "FORBIDDEN" : "ok"));
export const sameTenant: Rule = (actor) => (actor === "otherTenant" ? "NOT_FOUND" : "ok");
export const admin = inOrder(signedIn("admin"), (actor) => (admins.includes(actor) || actor === "otherTenant" ? "ok" : "FORBIDDEN"));
export const show =
  (isShown: (actor: Actor, kind: BoardKind) => boolean): Rule =>
  (actor, kind) =>
    isShown(actor, kind) ? "ok" : "empty";
