"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

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

/** The address under which this browser is signed in (undefined until it is known, null for nobody), and `accept`, which throws what the server says against it. */
export function useInvitation() {
  const { data } = useQuery(ownAddressQuery);
  const [accept] = useMutation(acceptInvitationMutation);
  return {
    ownAddress: data && (data.myAccount?.email ?? null),
    accept: (token: string) => accept({ variables: { token } }),
  };
}
