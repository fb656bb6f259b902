import { createPasswordReset, type PasswordReset, resetPassword } from "@/lib/identity/passwords/password-reset";
import { changePassword, createAccount } from "@/lib/identity/passwords/passwords";
import { UserRef } from "@/lib/identity/users/graphql";
import { requireAccount, requirePerson } from "@/lib/platform/caller/viewer";
import { builder } from "@/lib/platform/graphql/builder";
import { credential } from "@/lib/platform/graphql/guarded-fields";

const PasswordResetRef = builder.objectRef<PasswordReset>("PasswordReset").implement({
  description: "A link for setting a new password.",
  fields: (t) => ({
    link: t.exposeString("link", {
      nullable: true,
      description: "The link to share; no email is sent. It's shown only once and works only once. Anyone who has it can sign in as this user.",
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
    invitationToken: t.string({ description: "Required, except for the owner." }),
    setupToken: t.string({ description: "Required for the owner. The server prints it at startup while the installation has no owner." }),
  }),
});

builder.mutationFields((t) => ({
  createAccount: t.field({
    type: UserRef,
    description:
      "Creates an account if `BOARDS_AUTH_PROVIDER` is `password`: the owner's with the setup token, everyone else's with an invitation. If the invited email address already has an account, that account joins the tenant; its existing password is required.",
    args: { input: t.arg({ type: CreateAccountInput, required: true }) },
    resolve: (_root, { input }) => createAccount(input),
  }),
  changePassword: t.boolean({
    description: "Changes the viewer's password and signs out their other sessions, in all tenants.",
    args: { currentPassword: t.arg.string({ required: true }), newPassword: t.arg.string({ required: true }) },
    resolve: (_root, args, context) => changePassword(requireAccount(context), args),
  }),
  createPasswordReset: t.field({
    type: PasswordResetRef,
    description:
      "Creates a one-time link to set a new password. Admins can do this for members who belong only to their tenant, the tenant's owner also for its admins, and installation admins for everyone except each other. The installation's owner uses `npm run reset-password` on the server.",
    args: { userId: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { userId }, { viewer }) => createPasswordReset(requirePerson(viewer), userId),
  }),
  resetPassword: t.string({
    description:
      "Sets a new password with a reset link's token and signs out all sessions of the account. Returns the email address to sign in with.",
    args: { token: t.arg.string({ required: true }), newPassword: t.arg.string({ required: true, description: "10 to 200 characters." }) },
    resolve: (_root, args) => resetPassword(args),
  }),
}));
