"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import type { InvitationPreviewQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { membershipsQuery, switchTenantMutation } from "./use-memberships.ts";

const invitationPreviewQuery = graphql(`
  query InvitationPreview($token: String!) {
    invitationPreview(token: $token) {
      state
      email
      role
      expiresAt
      tenantId
      boardId
      workspaceName
      boardTitle
      inviterName
    }
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

const declineInvitationMutation = graphql(`
  mutation DeclineInvitation($token: String!) {
    declineInvitation(token: $token)
  }
`);

/** An invitation as the holder of its link sees it. */
export type InvitationPreview = NonNullable<InvitationPreviewQuery["invitationPreview"]>;

/**
 * The invitation of a link (null when there is none any more, undefined until it is known) and the address under which this browser is signed in
 * (null for nobody). `accept` and `decline` throw what the server says against it; `enter` takes the session to the invitation's workspace, where
 * the account is in it by now, and answers the path of what the invitation was to.
 */
export function useInvitation(token: string) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(invitationPreviewQuery, { variables: { token }, fetchPolicy: "network-only" });
  const [accept] = useMutation(acceptInvitationMutation);
  const [decline] = useMutation(declineInvitationMutation);
  const invitation = data?.invitationPreview;
  return {
    invitation,
    ownAddress: data && (data.myAccount?.email ?? null),
    error: data ? undefined : error,
    reload: refetch,
    accept: () => accept({ variables: { token } }),
    decline: () => decline({ variables: { token } }),
    enter: async (): Promise<string> => {
      const { data } = await client.query({ query: membershipsQuery, fetchPolicy: "network-only" });
      const here = data?.myAccount?.memberships.find(({ tenantId }) => tenantId === invitation?.tenantId);
      // A workspace that waits for approval lets nobody in.
      if (!here || here.awaitsApproval) return "/";
      if (!here.isCurrent) await client.mutate({ mutation: switchTenantMutation, variables: { tenantId: here.tenantId } });
      return invitation?.boardId ? `/boards/${invitation.boardId}` : "/";
    },
  };
}
