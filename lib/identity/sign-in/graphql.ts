import { signInOptions } from "@/lib/identity/sign-in/sign-in-options";
import { builder } from "@/lib/platform/graphql/builder";

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
