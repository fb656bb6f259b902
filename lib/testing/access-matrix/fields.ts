import { type Actor, type Fixture, spareWorkflow } from "@/lib/testing/access-fixture";
import { admin, admins, boardAdmins, hasScope, inOrder, isFamiliar, isKey, owners, person, sees, show, signedIn } from "@/lib/testing/access-rules";
import { board, has, type Row } from "./row";

/** A field that strangers to a board are not told: whoever sees the generation at all is answered either what is true or exactly `instead`. */
function generationField(field: string, instead: unknown): Row {
  return {
    query: `query ($id: UUID!) { generation(id: $id) { told: ${field} } }`,
    variables: ({ detailed, pending }) => ({ id: ["queuePosition", "expectedSeconds", "waitingFor"].includes(field) ? pending : detailed }),
    shows: ({ generation }: { generation: { told: unknown } | null }, fixture) => {
      const untold = JSON.stringify(typeof instead === "function" ? instead(fixture) : instead);
      return generation !== null && JSON.stringify(generation.told) !== untold;
    },
    expected: show(isFamiliar),
  };
}

/** What only the person themselves and admins of their tenant are told of a user. */
function identityField(field: string): Row {
  return {
    query: `query ($id: UUID!) { board(id: $id) { owner { told: ${field} } } }`,
    variables: board,
    shows: (data: { board: { owner: { told: unknown } } | null }) => ![undefined, null, ""].includes(data.board?.owner.told as never),
    expected: show((actor, kind) => owners.includes(actor) || (kind === "public" && admins.includes(actor))),
  };
}

/** What the viewer may do with a draft of `owner`. */
function modelField(field: string, isShown: (actor: Actor) => boolean): Row {
  return {
    query: `query ($id: UUID!) { addedModel(id: $id) { told: ${field} } }`,
    variables: ({ draftId }) => ({ id: draftId }),
    shows: (data: { addedModel: { told: boolean } | null }) => data.addedModel?.told === true,
    expected: inOrder(signedIn("read"), show(isShown)),
  };
}

/** Fields that have a rule of their own, each seen through a board that is visible to the actor. */
/** Who sees what: a row for every field that is guarded, or answers by who looks. */
export const fields: Record<string, Row> = {
  "AddedModel.mayTry": modelField("mayTry", (actor) => owners.includes(actor)),
  "AddedModel.mayEdit": modelField("mayEdit", (actor) => admins.includes(actor)),
  "AddedModel.mayOffer": modelField("mayOffer", (actor) => admins.includes(actor)),
  "ModelDescription.alreadyAdded": {
    query: "query ($id: String!, $workflow: String!) { describeComfyWorkflow(fileName: $id, workflow: $workflow) { alreadyAdded { id } } }",
    variables: ({ offeredId }) => ({ id: offeredId, workflow: spareWorkflow }),
    shows: (data: { describeComfyWorkflow: { alreadyAdded: unknown } }) => data.describeComfyWorkflow.alreadyAdded !== null,
    expected: inOrder(
      admin,
      show((actor) => actor !== "otherTenant"),
    ),
  },
  "Board.invitations": {
    query: "query ($id: UUID!) { board(id: $id) { invitations { id } } }",
    variables: board,
    shows: (data: { board: { invitations: unknown } | null }, { invitationId }) => has(data.board?.invitations ?? [], invitationId),
    expected: show((actor) => boardAdmins.includes(actor)),
  },
  "Board.shareLinks": {
    query: "query ($id: UUID!) { board(id: $id) { shareLinks { id token } } }",
    variables: board,
    shows: (data: { board: { shareLinks: unknown } | null }, { shareLinkId }) => has(data.board?.shareLinks ?? [], shareLinkId),
    expected: show((actor, kind) => kind === "shared" && boardAdmins.includes(actor)),
  },
  "Board.permissions": {
    query: "query ($id: UUID!) { board(id: $id) { permissions { canEdit } } }",
    variables: board,
    shows: (data: { board: { permissions: { canEdit: boolean } } | null }) => data.board?.permissions.canEdit ?? false,
    expected: show((actor) => boardAdmins.includes(actor)),
  },
  "Board.members": {
    query: "query ($id: UUID!) { board(id: $id) { members { user { id } inviter { id } } } }",
    variables: board,
    shows: (data: { board: { members: unknown[] } | null }) => data.board?.members.length === 3,
    expected: show(isFamiliar),
  },
  "Board.settings": {
    query: "query ($id: UUID!) { board(id: $id) { settings } }",
    variables: board,
    shows: (data: { board: { settings: object } | null }) => Object.keys(data.board?.settings ?? {}).length > 0,
    expected: show(isFamiliar),
  },
  "Board.coverGenerationId": {
    query: "query ($id: UUID!) { board(id: $id) { coverGenerationId } }",
    variables: board,
    shows: (data: { board: { coverGenerationId: string | null } | null }, { completed }) => data.board?.coverGenerationId === completed,
    expected: show(isFamiliar),
  },
  "Board.views": {
    query: "query ($id: UUID!) { board(id: $id) { views { name } } }",
    variables: board,
    shows: (data: { board: { views: object[] } | null }) => (data.board?.views.length ?? 0) > 0,
    expected: show(isFamiliar),
  },
  "Board.metadata": {
    query: "query ($id: UUID!) { board(id: $id) { metadata } }",
    variables: board,
    shows: (data: { board: { metadata: object } | null }) => Object.keys(data.board?.metadata ?? {}).length > 0,
    expected: show(isFamiliar),
  },
  "ShareLink.token": {
    query: "query ($id: UUID!) { board(id: $id) { shareLinks { token } } }",
    variables: board,
    shows: (data: { board: { shareLinks: { token: string | null }[] } | null }) => Boolean(data.board?.shareLinks[0]?.token),
    expected: show((actor, kind) => kind === "shared" && boardAdmins.includes(actor) && hasScope(actor, "write")),
  },
  "Invitation.link": {
    query: "query ($id: UUID!) { board(id: $id) { invitations { link } } }",
    variables: board,
    shows: (data: { board: { invitations: { link: string | null }[] } | null }) => Boolean(data.board?.invitations[0]?.link),
    expected: show((actor) => boardAdmins.includes(actor) && hasScope(actor, "write")),
  },
  "Invitation.link (to the tenant)": {
    query: "{ tenantInvitations { id link } }",
    shows: ({ tenantInvitations }: { tenantInvitations: { id: string; link: string | null }[] }, { tenantInvitationId }) =>
      Boolean(tenantInvitations.find(({ id }) => id === tenantInvitationId)?.link),
    expected: show((actor) => admins.includes(actor)),
  },
  "Invitation.link (to the tenant, as an admin)": {
    query: "{ tenantInvitations { id link } }",
    shows: ({ tenantInvitations }: { tenantInvitations: { id: string; link: string | null }[] }, { adminInvitationId }) =>
      Boolean(tenantInvitations.find(({ id }) => id === adminInvitationId)?.link),
    expected: show((actor) => actor === "tenantOwner"),
  },
  // Of nobody here, where nobody signs in by password; password-reset.test.ts says whose it is elsewhere.
  "PasswordReset.link": {
    query: "mutation ($userId: UUID!) { createPasswordReset(userId: $userId) { link } }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(person, () => "FORBIDDEN"),
  },
  "User.displayName": {
    query: "query ($id: UUID!) { generation(id: $id) { user { displayName } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { user: { displayName: string | null } } | null }) => Boolean(data.generation?.user.displayName),
    expected: show((actor, kind) => sees(actor, kind) && actor !== "anonymous" && actor !== "otherTenant"),
  },
  "User.avatarUrl": {
    query: "query ($id: UUID!) { generation(id: $id) { user { avatarUrl } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { user: { avatarUrl: string | null } } | null }) => Boolean(data.generation?.user.avatarUrl),
    expected: show((actor, kind) => sees(actor, kind) && actor !== "anonymous" && actor !== "otherTenant"),
  },
  "Generation.errorRaw": {
    query: "query ($id: UUID!) { generation(id: $id) { errorRaw } }",
    variables: ({ detailed }) => ({ id: detailed }),
    shows: (data: { generation: { errorRaw: string | null } | null }) => Boolean(data.generation?.errorRaw),
    expected: show((actor, kind) => kind === "public" && admins.includes(actor)),
  },
  "ProviderInfo.baseUrl": {
    query: "{ providers { name baseUrl } }",
    shows: ({ providers }: { providers: { baseUrl: string | null }[] }) => providers.some(({ baseUrl }) => baseUrl === "http://10.0.0.8:8188"),
    expected: inOrder(
      admin,
      show((actor) => actor !== "otherTenant"),
    ),
  },
  "GenerationFacets.tags": {
    query: "query ($id: UUID!) { searchGenerations(input: { boardId: $id }) { facets { tags { label } } } }",
    variables: board,
    shows: (data: { searchGenerations: { facets: { tags: unknown[] } } }) => data.searchGenerations.facets.tags.length > 0,
    expected: inOrder(signedIn("read"), show(isFamiliar)),
  },
  "GenerationFacets.authors": {
    query: "query ($id: UUID!) { searchGenerations(input: { boardId: $id }) { facets { authors { label } } } }",
    variables: board,
    shows: (data: { searchGenerations: { facets: { authors: unknown[] } } }) => data.searchGenerations.facets.authors.length > 0,
    expected: inOrder(signedIn("read"), show(isFamiliar)),
  },
  ...Object.fromEntries(
    Object.entries({
      "additionalFiles { url }": [],
      inputParams: (fixture: Fixture) => ({ prompt: `fixture ${fixture.boardId}`, source_url: "[address]" }),
      outputMetadata: {},
      externalJobId: null,
      phase: "processing",
      progressMessage: null,
      errorMessage: null,
      errorCode: null,
      costUsd: null,
      madeByGenerator: null,
      estimatedCostUsd: null,
      queuePosition: null,
      expectedSeconds: null,
      waitingFor: null,
      "tags { name }": [],
    }).map(([field, instead]) => [`Generation.${field.split(" ")[0]}`, generationField(field, instead)]),
  ),
  ...Object.fromEntries(
    ["email", "authSubject", "authProvider", "tenantRole", "balanceUsd", "lastSeenAt"].map((field) => [`User.${field}`, identityField(field)]),
  ),
  "Membership.isCurrent": {
    query: "{ myAccount { memberships { isCurrent } } }",
    shows: ({ myAccount }: { myAccount: { memberships: { isCurrent: boolean }[] } | null }) => myAccount?.memberships[0]?.isCurrent ?? false,
    expected: show((actor) => actor !== "anonymous" && !isKey(actor)),
  },
  "User.disabledAt": {
    query: "query ($id: UUID!) { user(id: $id) { disabledAt } }",
    variables: ({ idOf }) => ({ id: idOf("shutOut") }),
    shows: (data: { user: { disabledAt: string | null } | null }) => Boolean(data.user?.disabledAt),
    expected: show((actor) => admins.includes(actor)),
  },
  "User.storage": {
    query: "query ($id: UUID!) { board(id: $id) { owner { storage { usedBytes } } } }",
    variables: board,
    shows: (data: { board: { owner: { storage: unknown } } | null }) => Boolean(data.board?.owner.storage),
    expected: show((actor, kind) => owners.includes(actor) || (kind === "public" && admins.includes(actor))),
  },
  "User.tenantStorage": {
    query: "query ($id: UUID!) { board(id: $id) { owner { tenantStorage { usedBytes } } } }",
    variables: board,
    shows: (data: { board: { owner: { tenantStorage: unknown } } | null }) => Boolean(data.board?.owner.tenantStorage),
    expected: show((actor, kind) => owners.includes(actor) || (kind === "public" && admins.includes(actor))),
  },
  "User.boards": {
    query: "query ($id: UUID!) { board(id: $id) { owner { boards { id } } } }",
    variables: board,
    shows: (data: { board: { owner: { boards: unknown } } | null }, { boardId }) => has(data.board?.owner.boards ?? [], boardId),
    expected: show(sees),
  },
  "User.memberBoards": {
    query: "query ($id: UUID!) { user(id: $id) { memberBoards { id } } }",
    variables: ({ idOf }) => ({ id: idOf("viewer") }),
    shows: (data: { user: { memberBoards: unknown } | null }, { boardId }) => has(data.user?.memberBoards ?? [], boardId),
    expected: show(isFamiliar),
  },
  "ArtifactLineage.generation": {
    query: "query ($id: UUID!) { generation(id: $id) { inputArtifacts { generation { id } } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { inputArtifacts: { generation: unknown }[] } | null }) => Boolean(data.generation?.inputArtifacts[0]?.generation),
    expected: show(sees),
  },
  "Generation.ancestry": {
    query: "query ($id: UUID!) { generation(id: $id) { ancestry { parents { generation { id } } } } }",
    variables: ({ ofEditor }) => ({ id: ofEditor }),
    shows: (data: { generation: { ancestry: { parents: unknown[] } } | null }) => data.generation?.ancestry.parents.length === 1,
    expected: show(sees),
  },
  "Generation.descendants": {
    query: "query ($id: UUID!) { generation(id: $id) { descendants { children { generation { id } } } } }",
    variables: ({ completed }) => ({ id: completed }),
    shows: (data: { generation: { descendants: { children: unknown[] } } | null }) => data.generation?.descendants.children.length === 1,
    expected: show(sees),
  },
};
