import { graphql } from "./generated/index.ts";

/** Who the viewer is, how people sign in here, how large a file they may upload, and whether simulated runs cost something. */
export const viewerQuery = graphql(`
  query Viewer {
    me {
      id
      tenantId
      displayName
      email
      avatarUrl
      tenantRole
    }
    myAccount {
      id
      email
    }
    maxUploadBytes
    areSimulatedRunsCharged
    signInOptions {
      hasPasswords
      needsOwner
      needsFirstAccount
      provider {
        id
        name
      }
    }
  }
`);
