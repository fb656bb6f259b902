"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import type { BoardRole, CreateShareLinkInput, SharingQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";
import { unshared } from "./server/share-requests.ts";

const sharingQuery = graphql(`
  query Sharing($id: UUID!, $offset: Int! = 0) {
    board(id: $id) {
      id
      title
      isPublic
      permissions {
        canEdit
        canShare
      }
      owner {
        id
        displayName
        email
        disabledAt
      }
      members(limit: 200, offset: $offset) {
        id
        role
        user {
          id
          displayName
          email
          disabledAt
        }
      }
      invitations {
        id
        email
        role
        expiresAt
        link
      }
      shareLinks {
        id
        token
        showsRecipe
        expiresAt
        createdAt
      }
    }
  }
`);

/** As many members as one request asks for. */
const pageSize = 200;

const addMemberMutation = graphql(`
  mutation AddBoardMember($input: AddBoardMemberInput!) {
    addBoardMember(input: $input) {
      id
    }
  }
`);

const changeMemberMutation = graphql(`
  mutation UpdateBoardMemberRole($boardId: UUID!, $userId: UUID!, $role: BoardRole!) {
    updateBoardMemberRole(boardId: $boardId, userId: $userId, role: $role) {
      id
    }
  }
`);

const removeMemberMutation = graphql(`
  mutation RemoveBoardMember($boardId: UUID!, $userId: UUID!) {
    removeBoardMember(boardId: $boardId, userId: $userId) {
      id
    }
  }
`);

const leaveMutation = graphql(`
  mutation LeaveBoard($boardId: UUID!) {
    leaveBoard(boardId: $boardId)
  }
`);

const transferMutation = graphql(`
  mutation TransferBoard($boardId: UUID!, $userId: UUID!) {
    transferBoard(boardId: $boardId, userId: $userId) {
      id
    }
  }
`);

const inviteMutation = graphql(`
  mutation InviteBoardMember($input: InviteBoardMemberInput!) {
    inviteBoardMember(input: $input) {
      invitation {
        id
        email
        link
      }
    }
  }
`);

const createLinkMutation = graphql(`
  mutation CreateShareLink($input: CreateShareLinkInput!) {
    createShareLink(input: $input) {
      id
      token
    }
  }
`);

const revokeLinkMutation = graphql(`
  mutation RevokeShareLink($id: UUID!) {
    revokeShareLink(id: $id) {
      id
    }
  }
`);

/** A board as those see it who share it: its people, the invitations that wait and the links that are live. */
export type SharedWith = NonNullable<SharingQuery["board"]>;

/**
 * With whom a board is shared. What the viewer may not know is empty. What changes it throws what the server says against it; `invite` answers the
 * invitation whose link is to be passed on, or null for someone of the workspace, who is a member at once; `createLink` the token of the new link.
 */
export function useSharing(boardId: string) {
  const { data, loading, error, refetch, fetchMore } = useQuery(sharingQuery, {
    variables: { id: boardId },
    fetchPolicy: "cache-and-network",
    // Asked again after an event, too.
    context: unshared,
  });
  const client = useApolloClient();
  const again = { refetchQueries: () => shownQueries(client, ["Sharing", "PeopleToAdd"]), awaitRefetchQueries: true };
  const [add] = useMutation(addMemberMutation, again);
  const [changeRole] = useMutation(changeMemberMutation, again);
  const [remove] = useMutation(removeMemberMutation, again);
  const [leave] = useMutation(leaveMutation);
  const [transfer] = useMutation(transferMutation, again);
  const [invite] = useMutation(inviteMutation, again);
  const [createLink] = useMutation(createLinkMutation, again);
  const [revokeLink] = useMutation(revokeLinkMutation, again);
  const memberCount = data?.board?.members.length ?? 0;
  return {
    sharing: data?.board,
    hasMoreMembers: memberCount > 0 && memberCount % pageSize === 0,
    loadMoreMembers: () =>
      fetchMore({
        variables: { offset: memberCount },
        updateQuery: (before, { fetchMoreResult: { board: next } }) =>
          before.board && next ? { board: { ...before.board, members: [...before.board.members, ...next.members] } } : before,
      }),
    isLoading: loading && !data,
    error,
    reload: refetch,
    addMember: (userId: string, role: BoardRole) => add({ variables: { input: { boardId, userId, role } } }),
    changeRole: (userId: string, role: BoardRole) => changeRole({ variables: { boardId, userId, role } }),
    removeMember: (userId: string) => remove({ variables: { boardId, userId } }),
    leave: () => leave({ variables: { boardId } }),
    /** Makes a member the owner; who owned it stays on it as an admin. */
    transfer: (userId: string) => transfer({ variables: { boardId, userId } }),
    invite: async (email: string, role: BoardRole) =>
      (await invite({ variables: { input: { boardId, email, role } } })).data?.inviteBoardMember.invitation ?? null,
    createLink: async (options: Omit<CreateShareLinkInput, "boardId">) =>
      (await createLink({ variables: { input: { boardId, ...options } } })).data?.createShareLink.token ?? null,
    revokeLink: (id: string) => revokeLink({ variables: { id } }),
  };
}
