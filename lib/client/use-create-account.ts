"use client";

import { useMutation } from "@apollo/client/react";
import type { CreateAccountInput } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const createAccountMutation = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      id
    }
  }
`);

/** Makes an account with a password; throws what the server says against it. */
export function useCreateAccount() {
  const [create] = useMutation(createAccountMutation);
  return (input: CreateAccountInput) => create({ variables: { input } });
}
