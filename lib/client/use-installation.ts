"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const installationQuery = graphql(`
  query Installation {
    ownGeneratorProblems {
      file
      reason
    }
  }
`);

const rotateProviderKeysMutation = graphql(`
  mutation RotateProviderKeys {
    rotateProviderKeys
  }
`);

/** What admins of the installation alone see and do. `isAdmin` is false for whoever is refused, as admins of other tenants are. */
export function useInstallation() {
  const { data } = useQuery(installationQuery, { errorPolicy: "all" });
  const [rotate] = useMutation(rotateProviderKeysMutation);
  return {
    isAdmin: Boolean(data?.ownGeneratorProblems),
    ownGeneratorProblems: data?.ownGeneratorProblems ?? [],
    /** Answers how many stored keys were sealed anew. */
    rotateProviderKeys: async () => (await rotate()).data?.rotateProviderKeys ?? 0,
  };
}
