"use client";

import { useMutation } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const resetPasswordMutation = graphql(`
  mutation ResetPassword($token: String!, $newPassword: String!) {
    resetPassword(token: $token, newPassword: $newPassword)
  }
`);

/** Sets a new password by the token of a reset link; answers the e-mail address to sign in with, and throws what the server says against it. */
export function useResetPassword() {
  const [reset] = useMutation(resetPasswordMutation);
  return async (given: { token: string; newPassword: string }) => (await reset({ variables: given })).data?.resetPassword ?? "";
}
