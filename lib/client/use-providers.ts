"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import type { ProviderKeyInput, ProvidersQuery, SetProviderKeyMutation, TestProviderKeyMutation } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { forgetGenerators } from "./generator-list.ts";

const providersQuery = graphql(`
  query Providers {
    providers {
      name
      title
      website
      keyVariable
      isOwnServer
      takesWebhookSecret
      addressExample
      canTestKey
      keySource
      baseUrl
      problem
      pausedUntil
    }
  }
`);

const setProviderKeyMutation = graphql(`
  mutation SetProviderKey($input: ProviderKeyInput!) {
    setProviderKey(input: $input) {
      name
      keySource
      keyTest {
        state
        message
        balance
        balanceUnit
      }
    }
  }
`);

const removeProviderKeyMutation = graphql(`
  mutation RemoveProviderKey($providerName: String!, $forInstallation: Boolean!) {
    removeProviderKey(providerName: $providerName, forInstallation: $forInstallation) {
      name
      keySource
    }
  }
`);

const testProviderKeyMutation = graphql(`
  mutation TestProviderKey($providerName: String!) {
    testProviderKey(providerName: $providerName) {
      state
      message
      balance
      balanceUnit
    }
  }
`);

/** What a provider says of a key. */
export type KeyTest = TestProviderKeyMutation["testProviderKey"];

/** A provider and how the tenant stands with it. */
export type ProviderState = ProvidersQuery["providers"][number];

/** Every provider, for admins, and how its key is set and removed. What changes them throws what the server says against it. */
export function useProviders() {
  const { data, loading, error, refetch } = useQuery(providersQuery, { fetchPolicy: "cache-and-network" });
  const again = { refetchQueries: [providersQuery], awaitRefetchQueries: true, update: forgetGenerators };
  const [set] = useMutation(setProviderKeyMutation, again);
  const [test] = useMutation(testProviderKeyMutation);
  const [remove] = useMutation(removeProviderKeyMutation, again);
  return {
    providers: data?.providers,
    isLoading: loading && !data,
    error,
    reload: refetch,
    setKey: async (input: ProviderKeyInput): Promise<SetProviderKeyMutation["setProviderKey"]> => {
      const { data } = await set({ variables: { input } });
      if (!data) throw new Error("The server did not answer");
      return data.setProviderKey;
    },
    testKey: async (providerName: string): Promise<KeyTest> => {
      const { data } = await test({ variables: { providerName } });
      if (!data) throw new Error("The server did not answer");
      return data.testProviderKey;
    },
    removeKey: (providerName: string, forInstallation: boolean) => remove({ variables: { providerName, forInstallation } }),
  };
}
