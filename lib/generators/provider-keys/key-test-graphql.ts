import { type KeyTest, testProviderKey } from "@/lib/generators/provider-keys/test-provider-key";
import { builder } from "@/lib/platform/graphql/builder";

const ProviderKeyState = builder.enumType("ProviderKeyState", {
  values: {
    WORKS: { value: "works" },
    REFUSED: { value: "refused", description: "The provider rejected the key." },
    NO_CREDIT: { value: "no_credit", description: "The key is valid, but the account is out of credit." },
    NOT_REACHABLE: { value: "not_reachable", description: "The provider didn't respond, so the key could not be checked." },
  } as const,
});

const BalanceUnit = builder.enumType("ProviderBalanceUnit", {
  values: { USD: { value: "USD" }, CREDITS: { value: "credits" }, CHARACTERS: { value: "characters" } } as const,
});

/** What came of testing a key, for GraphQL. */
export const ProviderKeyTest = builder.objectRef<KeyTest>("ProviderKeyTest").implement({
  description: "The result of checking a provider's key.",
  fields: (t) => ({
    state: t.expose("state", { type: ProviderKeyState }),
    message: t.exposeString("message", { nullable: true, description: "What's wrong and how to fix it. Null if the key works." }),
    balance: t.float({
      nullable: true,
      description: "Remaining balance. Null if the provider doesn't report it, or the viewer doesn't administer the account.",
      resolve: ({ balance }) => balance?.amount ?? null,
    }),
    balanceUnit: t.field({ type: BalanceUnit, nullable: true, resolve: ({ balance }) => balance?.unit ?? null }),
  }),
});

builder.mutationField("testProviderKey", (t) =>
  t.field({
    type: ProviderKeyTest,
    description: "Checks with the provider whether the key used by the viewer's tenant works. Costs nothing and never reveals the key. Admins only.",
    args: { providerName: t.arg.string({ required: true }) },
    resolve: (_root, { providerName }, { viewer }) => testProviderKey(viewer, providerName),
  }),
);
