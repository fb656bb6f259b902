"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";
import { membershipsQuery, switchTenantMutation } from "./use-memberships.ts";

const ownAddressQuery = graphql(`
  query OwnAddress {
    myAccount {
      id
      email
    }
  }
`);

const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($token: String!) {
    acceptInvitation(token: $token)
  }
`);

/**
 * The address under which this browser is signed in (undefined until it is known, null for nobody), and `accept`, which enters the workspace that it
 * has joined and answers the id of the board, if the invitation was to one; it throws what the server says against it.
 */
export function useInvitation() {
  const client = useApolloClient();
  const { data } = useQuery(ownAddressQuery);
  const [accept] = useMutation(acceptInvitationMutation);
  return {
    ownAddress: data && (data.myAccount?.email ?? null),
    accept: async (token: string): Promise<string | null> => {
      const memberships = async () =>
        (await client.query({ query: membershipsQuery, fetchPolicy: "network-only" })).data?.myAccount?.memberships ?? [];
      const before = new Set((await memberships()).map(({ tenantId }) => tenantId));
      const { data } = await accept({ variables: { token } });
      const joined = (await memberships()).find(({ tenantId, isCurrent, awaitsApproval }) => !before.has(tenantId) && !isCurrent && !awaitsApproval);
      if (joined) await client.mutate({ mutation: switchTenantMutation, variables: { tenantId: joined.tenantId } });
      return data?.acceptInvitation ?? null;
    },
  };
}
