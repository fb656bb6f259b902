"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

/** The workspaces of who is signed in. */
const membershipsQuery = graphql(`
  query Memberships {
    myAccount {
      id
      memberships {
        tenantId
        name
        awaitsApproval
        isCurrent
      }
    }
  }
`);

/** Takes the session to another workspace. */
export const switchTenantMutation = graphql(`
  mutation SwitchTenant($tenantId: UUID!) {
    switchTenant(tenantId: $tenantId)
  }
`);

/** The workspaces that have let the signed-in person in, whether or not they can be entered yet. */
export function useMemberships() {
  const { data } = useQuery(membershipsQuery, { fetchPolicy: "cache-and-network" });
  return data?.myAccount?.memberships;
}

/** A function that takes this browser's session to another workspace of the signed-in person; load the page anew after it. */
export function useSwitchTenant() {
  const [switchTenant] = useMutation(switchTenantMutation);
  return (tenantId: string) => switchTenant({ variables: { tenantId } });
}
