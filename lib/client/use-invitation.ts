"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import type { InvitationPreviewQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { switchTenantMutation } from "./use-memberships.ts";

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
 * the account is by now, and answers the path of what the invitation was to; of the list of boards, where that workspace does not let it in.
 */
export function useInvitation(token: string) {
  const { data, error, refetch } = useQuery(invitationPreviewQuery, { variables: { token }, fetchPolicy: "network-only" });
  const [accept] = useMutation(acceptInvitationMutation);
  const [enterTenant] = useMutation(switchTenantMutation);
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
      // No query: signing in empties the cache a moment later, and ends those that are under way.
      const hasEntered = await enterTenant({ variables: { tenantId: invitation?.tenantId ?? "" } }).then(
        () => true,
        () => false,
      );
      return hasEntered && invitation?.boardId ? `/boards/${invitation.boardId}` : "/";
    },
  };
}
