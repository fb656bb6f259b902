import { createPasswordReset, type PasswordReset, resetPassword } from "@/lib/identity/passwords/password-reset";
import { changePassword, createAccount } from "@/lib/identity/passwords/passwords";
import { UserRef } from "@/lib/identity/users/graphql";
import { requireAccount, requirePerson } from "@/lib/platform/caller/viewer";
import { builder } from "@/lib/platform/graphql/builder";
import { credential } from "@/lib/platform/graphql/guarded-fields";

const PasswordResetRef = builder.objectRef<PasswordReset>("PasswordReset").implement({
  description: "A link by which somebody sets a new password.",
  fields: (t) => ({
    link: t.exposeString("link", {
      nullable: true,
      description: "To hand on; nothing is sent by e-mail. Shown this once, and it works once. Whoever has it gets in.",
      // Made in this answer, for the person who asked: no key gets this far.
      extensions: credential<PasswordReset>((_reset, { viewer }) => viewer !== null && viewer.via !== "api-key"),
    }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
  }),
});

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
  createPasswordReset: t.field({
    type: PasswordResetRef,
    description:
      "Makes a one-time link by which somebody sets a new password. For admins, of members who are in their tenant alone; its owner, of its admins, too; admins of the installation, of everybody but each other. The owner of the installation takes `npm run reset-password` on the server.",
    args: { userId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { userId }, { viewer }) => createPasswordReset(requirePerson(viewer, "to make a reset link"), userId),
  }),
  resetPassword: t.string({
    description: "Sets a new password by such a link's token and ends all sessions of the account. Answers the e-mail address to sign in with.",
    args: { token: t.arg.string({ required: true }), newPassword: t.arg.string({ required: true, description: "10 to 200 characters." }) },
    resolve: (_root, args) => resetPassword(args),
  }),
}));
