import { graphql } from "./generated/index.ts";

/** Who the viewer is, how people sign in here, and how large a file they may upload. */
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
