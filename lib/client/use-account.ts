"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import type { ApiKeyScope } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const accountQuery = graphql(`
  query Account {
    me {
      id
      displayName
      email
      tenantRole
      storage {
        usedBytes
        limitBytes
      }
    }
    mySessions {
      id
      isCurrent
      lastUsedAt
      ipAddress
      userAgent
    }
    myApiKeys {
      id
      name
      prefix
      scopes
      createdAt
      lastUsedAt
    }
  }
`);

const updateUserMutation = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      id
      displayName
    }
  }
`);

const revokeSessionMutation = graphql(`
  mutation RevokeSession($id: UUID!) {
    revokeSession(id: $id)
  }
`);

const createApiKeyMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      key
    }
  }
`);

const revokeApiKeyMutation = graphql(`
  mutation RevokeApiKey($id: UUID!) {
    revokeApiKey(id: $id) {
      id
      revokedAt
    }
  }
`);

const changePasswordMutation = graphql(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
  }
`);

/** The viewer's own account: their name, signed-in browsers and API keys. What changes them throws what the server says against it. */
export function useAccount() {
  const { data, loading, error, refetch } = useQuery(accountQuery, { fetchPolicy: "cache-and-network" });
  const again = { refetchQueries: [accountQuery] };
  const [update] = useMutation(updateUserMutation);
  const [endSession] = useMutation(revokeSessionMutation, again);
  const [createKey] = useMutation(createApiKeyMutation, again);
  const [endKey] = useMutation(revokeApiKeyMutation, again);
  const [change] = useMutation(changePasswordMutation, again);
  return {
    viewer: data?.me,
    sessions: data?.mySessions ?? [],
    apiKeys: data?.myApiKeys ?? [],
    isLoading: loading && !data,
    error,
    reload: refetch,
    rename: (displayName: string) => update({ variables: { input: { displayName } } }),
    revokeSession: (id: string) => endSession({ variables: { id } }),
    /** Answers the key itself, which is never seen again. */
    createApiKey: async (name: string, scopes: ApiKeyScope[]) => (await createKey({ variables: { input: { name, scopes } } })).data?.createApiKey.key,
    /** Signs out all other browsers, too. */
    changePassword: (given: { currentPassword: string; newPassword: string }) => change({ variables: given }),
    revokeApiKey: (id: string) => endKey({ variables: { id } }),
  };
}
