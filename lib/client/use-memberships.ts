"use client";

import { useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const membershipsQuery = graphql(`
  query Memberships {
    myAccount {
      id
      memberships {
        tenantId
        name
        awaitsApproval
      }
    }
  }
`);

/** The workspaces that have let the signed-in person in, whether or not they can be entered yet. */
export function useMemberships() {
  const { data } = useQuery(membershipsQuery, { fetchPolicy: "cache-and-network" });
  return data?.myAccount?.memberships;
}
