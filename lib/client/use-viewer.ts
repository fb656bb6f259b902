"use client";

import { useQuery } from "@apollo/client/react";
import { viewerQuery } from "./viewer-query.ts";

/** Who is signed in (null for nobody), and how one can sign in here. `canSignIn` is false where everybody is the owner. */
export function useViewer() {
  const { data, loading, error, refetch } = useQuery(viewerQuery);
  const options = data?.signInOptions;
  const role = data?.me?.tenantRole;
  return {
    viewer: data?.me,
    /** Whoever is signed in, also where no workspace has let them in and there is no viewer. */
    account: data?.myAccount,
    /** Whether they administer their tenant. */
    isAdmin: role === "ADMIN" || role === "OWNER",
    options,
    /** The size of the largest file that can be uploaded; undefined until it is known. */
    maxUploadBytes: data?.maxUploadBytes,
    areSimulatedRunsCharged: data?.areSimulatedRunsCharged ?? false,
    canSignIn: Boolean(options?.hasPasswords || options?.provider),
    isLoading: loading && !data,
    error,
    reload: refetch,
  };
}
