import { signInOptions } from "@/lib/identity/sign-in/sign-in-options";
import { builder } from "@/lib/platform/graphql/builder";

const SignInProvider = builder.objectRef<{ id: string; name: string }>("SignInProvider").implement({
  fields: (t) => ({ id: t.exposeString("id"), name: t.exposeString("name") }),
});

const SignInOptions = builder.objectRef<Awaited<ReturnType<typeof signInOptions>>>("SignInOptions").implement({
  description: "How people can sign in.",
  fields: (t) => ({
    hasPasswords: t.exposeBoolean("hasPasswords", { description: "Whether people can sign in with email and password." }),
    provider: t.field({
      type: SignInProvider,
      nullable: true,
      description: "The external sign-in provider, if there is one.",
      resolve: ({ provider }) => provider,
    }),
    needsOwner: t.exposeBoolean("needsOwner", {
      description: "Whether the installation has no owner yet. The setup token, printed by the server at startup, makes someone its owner.",
    }),
    needsFirstAccount: t.exposeBoolean("needsFirstAccount", { description: "Whether the owner is set up by creating an account." }),
  }),
});

builder.queryField("signInOptions", (t) => t.field({ type: SignInOptions, resolve: () => signInOptions() }));
