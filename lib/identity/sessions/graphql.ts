import { changePassword, createAccount } from "@/lib/identity/passwords/passwords";
import { maximumSessions, revokeOtherSessions, revokeSession } from "@/lib/identity/sessions/sessions";
import { signInOptions } from "@/lib/identity/sign-in/sign-in-options";
import { UserRef } from "@/lib/identity/users/graphql";
import { requireAccount } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

builder.prismaObject("UserSession", {
  name: "Session",
  description: "A browser that is signed in.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", description: "To five minutes." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    ipAddress: t.exposeString("ipAddress", { nullable: true }),
    userAgent: t.exposeString("userAgent", { nullable: true }),
    isCurrent: t.boolean({ description: "Whether it is the one that asks.", resolve: ({ id }, _args, { sessionId }) => sessionId === id }),
  }),
});

const SignInProvider = builder.objectRef<{ id: string; name: string }>("SignInProvider").implement({
  fields: (t) => ({ id: t.exposeString("id"), name: t.exposeString("name") }),
});

const SignInOptions = builder.objectRef<Awaited<ReturnType<typeof signInOptions>>>("SignInOptions").implement({
  description: "How a browser can sign in here.",
  fields: (t) => ({
    hasPasswords: t.exposeBoolean("hasPasswords", { description: "By e-mail and password." }),
    provider: t.field({ type: SignInProvider, nullable: true, description: "Elsewhere, at a provider.", resolve: ({ provider }) => provider }),
    needsOwner: t.exposeBoolean("needsOwner", {
      description: "Whether nobody owns this installation yet: the setup token, which the server prints when it starts, makes its owner.",
    }),
    needsFirstAccount: t.exposeBoolean("needsFirstAccount", { description: "Whether that owner is made by creating an account." }),
  }),
});

builder.queryField("signInOptions", (t) => t.field({ type: SignInOptions, resolve: () => signInOptions() }));

builder.queryField("mySessions", (t) =>
  t.prismaField({
    type: ["UserSession"],
    description: "The viewer's browsers that are signed in, in whichever tenant, last used first. Not for keys.",
    extensions: atMost(maximumSessions),
    resolve: (query, _root, _args, { accountId }) =>
      accountId
        ? asInstallation(() =>
            db().userSession.findMany({
              ...query,
              where: { accountId, expiresAt: { gt: new Date() } },
              orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
              take: maximumSessions,
            }),
          )
        : [],
  }),
);

const CreateAccountInput = builder.inputType("CreateAccountInput", {
  fields: (t) => ({
    email: t.string({ required: true }),
    password: t.string({ required: true, description: "10 to 200 characters." }),
    displayName: t.string(),
    invitationToken: t.string({ description: "Needed by everybody but the owner." }),
    setupToken: t.string({ description: "Needed by the owner: the server prints it when it starts and has none." }),
  }),
});

builder.mutationFields((t) => ({
  createAccount: t.field({
    type: UserRef,
    description:
      "Where BOARDS_AUTH_PROVIDER is `password`: makes an account: the owner's by the setup token, every other by an invitation. With an invitation to an address that has an account, that account joins: it takes its own password.",
    args: { input: t.arg({ type: CreateAccountInput, required: true }) },
    resolve: (_root, { input }) => createAccount(input),
  }),
  changePassword: t.boolean({
    description: "Changes the viewer's password and ends their other sessions, in all tenants.",
    args: { currentPassword: t.arg.string({ required: true }), newPassword: t.arg.string({ required: true }) },
    resolve: (_root, args, context) => changePassword(requireAccount(context, "to change a password"), args),
  }),
  revokeSession: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, context) => revokeSession(requireAccount(context, "to end a session"), id),
  }),
  revokeOtherSessions: t.int({
    description: "Ends every session of the viewer but the one that asks. Answers how many.",
    resolve: (_root, _args, context) => revokeOtherSessions(requireAccount(context, "to end sessions")),
  }),
}));
