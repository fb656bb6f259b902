import { type KeyTest, testProviderKey } from "@/lib/generators/provider-keys/test-provider-key";
import { builder } from "@/lib/platform/graphql/builder";

const ProviderKeyState = builder.enumType("ProviderKeyState", {
  values: {
    WORKS: { value: "works" },
    REFUSED: { value: "refused", description: "The provider does not accept the key." },
    NO_CREDIT: { value: "no_credit", description: "The key is right, but nothing is left to spend." },
    NOT_REACHABLE: { value: "not_reachable", description: "The provider did not answer, so that nothing is known of the key." },
  } as const,
});

const BalanceUnit = builder.enumType("ProviderBalanceUnit", {
  values: { USD: { value: "USD" }, CREDITS: { value: "credits" }, CHARACTERS: { value: "characters" } } as const,
});

const ProviderKeyTest = builder.objectRef<KeyTest>("ProviderKeyTest").implement({
  description: "What a provider says of the key that is set up.",
  fields: (t) => ({
    state: t.expose("state", { type: ProviderKeyState }),
    message: t.exposeString("message", { nullable: true, description: "What is wrong, and what helps; null where it works." }),
    balance: t.float({
      nullable: true,
      description: "What is left; null where the provider does not say, and for whoever does not administer the account.",
      resolve: ({ balance }) => balance?.amount ?? null,
    }),
    balanceUnit: t.field({ type: BalanceUnit, nullable: true, resolve: ({ balance }) => balance?.unit ?? null }),
  }),
});

builder.mutationField("testProviderKey", (t) =>
  t.field({
    type: ProviderKeyTest,
    description: "Asks a provider whether the key works that counts for the viewer's tenant. Spends nothing, and never shows the key. For admins.",
    args: { providerName: t.arg.string({ required: true }) },
    resolve: (_root, { providerName }, { viewer }) => testProviderKey(viewer, providerName),
  }),
);
