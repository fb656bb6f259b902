"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import type { TenantInvitationRole } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";

const tenantInvitationsQuery = graphql(`
  query TenantInvitations {
    tenantInvitations {
      id
      email
      role
      expiresAt
      link
    }
  }
`);

const inviteToTenantMutation = graphql(`
  mutation InviteToTenant($email: String!, $role: TenantInvitationRole!) {
    inviteToTenant(email: $email, role: $role) {
      id
      email
      link
    }
  }
`);

const revokeInvitationMutation = graphql(`
  mutation RevokeInvitation($id: UUID!) {
    revokeInvitation(id: $id)
  }
`);

/** A function that takes an invitation back, to a board or to the workspace; it throws what the server says against it. */
export function useRevokeInvitation() {
  const client = useApolloClient();
  const [revoke] = useMutation(revokeInvitationMutation, {
    refetchQueries: () => shownQueries(client, ["Sharing", "TenantInvitations"]),
    awaitRefetchQueries: true,
  });
  return (id: string) => revoke({ variables: { id } });
}

/** The invitations to the workspace that wait, newest first; `invite` answers the new one, whose link is to be passed on. */
export function useTenantInvitations() {
  const { data, loading, error, refetch } = useQuery(tenantInvitationsQuery, { fetchPolicy: "cache-and-network" });
  const [invite] = useMutation(inviteToTenantMutation, { refetchQueries: [tenantInvitationsQuery], awaitRefetchQueries: true });
  return {
    invitations: data?.tenantInvitations,
    isLoading: loading && !data,
    error,
    reload: refetch,
    invite: async (email: string, role: TenantInvitationRole) => (await invite({ variables: { email, role } })).data?.inviteToTenant ?? null,
  };
}
