"use client";

import { useQuery } from "@apollo/client/react";
import { graphql } from "./generated";

const viewerQuery = graphql(`
  query Viewer {
    me {
      id
      displayName
      email
      avatarUrl
      tenantRole
    }
    signInOptions {
      hasPasswords
      needsFirstAccount
      provider {
        id
        name
      }
    }
  }
`);

/** Who is signed in (null for nobody), and how one can sign in here. `canSignIn` is false where everybody is the owner. */
export function useViewer() {
  const { data, loading, error } = useQuery(viewerQuery);
  const options = data?.signInOptions;
  return {
    viewer: data?.me,
    options,
    canSignIn: Boolean(options?.hasPasswords || options?.provider),
    isLoading: loading && !data,
    error,
  };
}
