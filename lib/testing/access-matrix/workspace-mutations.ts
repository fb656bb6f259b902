import { spareWorkflow } from "@/lib/testing/access-fixture";
import { admin, admins, among, inOrder, owners, person, sameTenant, signedIn } from "@/lib/testing/access-rules";
import type { Row } from "./row";

/** A model of the tenant, by its admins; whoever added it sees it, and others learn only that it is not there. */
const onModel = inOrder(signedIn(), among([...owners, ...admins], "NOT_FOUND"), among(admins));

/** Who may do what with a workspace, its models, keys and spending, and with accounts: a row for every mutation. */
export const workspaceMutations: Record<string, Row> = {
  updateUser: { query: 'mutation { updateUser(input: { displayName: "Me" }) { id } }', expected: signedIn() },
  setGeneratorSetting: {
    query: 'mutation { setGeneratorSetting(input: { generatorName: "sketch", isOffered: true }) { id } }',
    expected: admin,
  },
  // Before those that leave many behind.
  addComfyWorkflow: {
    query: 'mutation ($workflow: String!) { addComfyWorkflow(input: { fileName: "spare", workflow: $workflow }) { id } }',
    variables: () => ({ workflow: spareWorkflow }),
    expected: admin,
  },
  // Nobody here has a key for fal.
  addModel: {
    query: 'mutation { addModel(input: { provider: "fal", model: "fal-ai/flux/dev", priceUsd: 1 }) { id } }',
    expected: inOrder(admin, () => "BAD_USER_INPUT"),
  },
  offerModel: {
    query: "mutation ($id: UUID!) { offerModel(id: $id) { state } }",
    variables: ({ draftId }) => ({ id: draftId }),
    expected: onModel,
    needsModels: true,
  },
  retireModel: {
    query: 'mutation ($id: UUID!) { retireModel(id: $id, reason: "too dear") { state } }',
    variables: ({ offeredId }) => ({ id: offeredId }),
    expected: onModel,
    needsModels: true,
  },
  setModelPrice: {
    query: "mutation ($id: UUID!) { setModelPrice(input: { id: $id, priceUsd: 1 }) { priceUsd } }",
    variables: ({ draftId }) => ({ id: draftId }),
    expected: onModel,
    needsModels: true,
  },
  refreshModel: {
    query: "mutation ($id: UUID!, $workflow: String!) { refreshModel(input: { id: $id, workflow: $workflow }) { fingerprint } }",
    variables: ({ draftId }) => ({ id: draftId, workflow: spareWorkflow }),
    expected: onModel,
    needsModels: true,
  },
  deleteModel: {
    query: "mutation ($id: UUID!) { deleteModel(id: $id) }",
    variables: ({ draftId }) => ({ id: draftId }),
    expected: onModel,
    needsModels: true,
  },
  setMembersMayAddModels: { query: "mutation { setMembersMayAddModels(isAllowed: false) }", expected: admin },
  setProviderKey: {
    query: 'mutation { setProviderKey(input: { providerName: "fal", apiKey: "not-a-real-key" }) { keySource } }',
    expected: admin,
  },
  removeProviderKey: { query: 'mutation { removeProviderKey(providerName: "fal") { keySource } }', expected: admin },
  testProviderKey: { query: 'mutation { testProviderKey(providerName: "none") { state } }', expected: inOrder(admin, () => "BAD_USER_INPUT") },
  rotateProviderKeys: { query: "mutation { rotateProviderKeys }", expected: inOrder(signedIn("admin"), among(admins)) },
  reviewProviderJob: {
    query: "mutation ($id: UUID!) { reviewProviderJob(id: $id, action: REFUND) { id } }",
    variables: () => ({ id: crypto.randomUUID() }),
    expected: inOrder(admin, () => "NOT_FOUND"),
  },
  addCredits: {
    query: "mutation ($userId: UUID!) { addCredits(input: { userId: $userId, usd: 1, kind: GRANT }) }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  setSpendingLimit: { query: "mutation { setSpendingLimit(input: { period: DAY, maxUsd: 1000 }) { id } }", expected: admin },
  setUserStorageLimit: {
    query: "mutation ($userId: UUID!) { setUserStorageLimit(userId: $userId, limitBytes: 1000000000) { usedBytes } }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  setTenantStorageLimit: {
    query: "mutation { setTenantStorageLimit(limitBytes: 1000000000000) { usedBytes } }",
    expected: inOrder(signedIn("admin"), among(admins)),
  },
  setCreditsRequired: { query: "mutation { setCreditsRequired(isRequired: false) }", expected: admin },
  disableUser: {
    query: "mutation ($userId: UUID!) { disableUser(userId: $userId) { id } }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  "disableUser (an admin)": {
    query: "mutation ($userId: UUID!) { disableUser(userId: $userId) { id } }",
    variables: ({ idOf }) => ({ userId: idOf("otherAdmin") }),
    expected: inOrder(admin, sameTenant, among(["tenantOwner"])),
  },
  enableUser: {
    query: "mutation ($userId: UUID!) { enableUser(userId: $userId) { id } }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(admin, sameTenant),
  },
  setTenantRole: {
    query: "mutation ($userId: UUID!) { setTenantRole(userId: $userId, role: MEMBER) { id } }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(admin, sameTenant, among(["tenantOwner"])),
  },
  createApiKey: { query: 'mutation { createApiKey(input: { name: "k", scopes: [READ] }) { key } }', expected: person },
  revokeApiKey: {
    query: "mutation ($id: UUID!) { revokeApiKey(id: $id) { id } }",
    variables: ({ apiKeyId }) => ({ id: apiKeyId }),
    expected: inOrder(person, among(["owner"], "NOT_FOUND")),
    needsKey: true,
  },
  revokeSession: {
    query: "mutation ($id: UUID!) { revokeSession(id: $id) }",
    variables: ({ sessionId }) => ({ id: sessionId }),
    expected: inOrder(person, among(["owner"], "NOT_FOUND")),
  },
  // Nobody here came by a browser.
  switchTenant: {
    query: "mutation ($id: UUID!) { switchTenant(tenantId: $id) }",
    variables: ({ tenantId }) => ({ id: tenantId }),
    expected: inOrder(person, () => "NOT_FOUND"),
  },
  revokeOtherSessions: { query: "mutation { revokeOtherSessions }", expected: person },
  // Passwords are not how people sign in here.
  createAccount: { query: 'mutation { createAccount(input: { email: "a@b.cd", password: "long enough" }) { id } }', expected: () => "FORBIDDEN" },
  changePassword: {
    query: 'mutation { changePassword(currentPassword: "x", newPassword: "long enough") }',
    expected: inOrder(person, () => "UNAUTHENTICATED"),
  },
  createPasswordReset: {
    query: "mutation ($userId: UUID!) { createPasswordReset(userId: $userId) { expiresAt } }",
    variables: ({ idOf }) => ({ userId: idOf("bystander") }),
    expected: inOrder(person, () => "FORBIDDEN"),
  },
  resetPassword: { query: 'mutation { resetPassword(token: "x", newPassword: "long enough") }', expected: () => "FORBIDDEN" },
};
