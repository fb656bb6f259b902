export { artifactTypeOf } from "./artifact-type-of.ts";
export { BoardsProvider } from "./boards-provider.tsx";
export { type BulkJob, type BulkTarget, useBulkJobs } from "./curation/use-bulk-jobs.ts";
export { type TagChange, useGenerationTags, useTagging } from "./curation/use-generation-tags.ts";
export { type TakeBack, useMarks } from "./curation/use-marks.ts";
export { useBoardsToFill, useMoveGenerations } from "./curation/use-move-generations.ts";
export { type Tag, type TagColor, tagColors, useTags } from "./curation/use-tags.ts";
export { useTrash } from "./curation/use-trash.ts";
export { useTrashed } from "./curation/use-trashed.ts";
export type { BoardGeneration } from "./gallery/fragments.ts";
export { type GalleryFilter, searchOf } from "./gallery/gallery-filter.ts";
export type { GalleryItem, GallerySection } from "./gallery/gallery-item.ts";
export { type OwnGeneration, useOwnGenerations } from "./gallery/own-generations.ts";
export { type GallerySort, useGallery } from "./gallery/use-gallery.ts";
export { useTiles } from "./gallery/use-tiles.ts";
export type {
  AddComfyWorkflowInput,
  AddCreditsInput,
  AddModelInput,
  ApiKeyScope,
  ArtifactType,
  BoardRole,
  CreateAccountInput,
  CreditKind,
  GenerationChangeInput,
  GenerationSearchInput,
  GenerationStatus,
  GeneratorSettingInput,
  ProviderJobReviewAction,
  ProviderJobState,
  ProviderKeyInput,
  RefreshModelInput,
  SetModelPriceInput,
  SpendingLimitInput,
  SpendingPeriod,
  TenantInvitationRole,
  TenantRole,
  UpdateBoardInput,
} from "./generated/graphql.ts";
export type { GeneratorForm } from "./generator-list.ts";
export { checkInputs, type InputProblem, isUnfinished, whyNotReady } from "./input-form/check-inputs.ts";
export { forbiddenOptions, ruleAgainst } from "./input-form/forbidden-options.ts";
export { type ArtifactKind, type InputField, type NumberLimits, type OptionValue, type PlainField, plainFieldsOf } from "./input-form/input-field.ts";
export { type InputPath, pathWithin, readInputPath } from "./input-form/input-path.ts";
export { type Condition, type InputRule, isGiven } from "./input-form/input-rules.ts";
export { branchOf, freshValue, type InputValues, initialValues, shownFields, toInputParams } from "./input-form/input-values.ts";
export { sliderEnds } from "./input-form/number-limits.ts";
export { type PlacedErrors, placeErrors, type ToldProblem } from "./input-form/place-errors.ts";
export { readInputRules, readInputSchema } from "./input-form/read-input-schema.ts";
export { type BoardsServer, type ServerOptions, useBoardsServer } from "./server/boards-server.ts";
export type { ConnectionState } from "./server/connection.ts";
export { type DescribedError, describeError } from "./server/describe-error.ts";
export type { PageAnswer, PageQuestion } from "./server/page-answers.ts";
export { useAccount } from "./use-account.ts";
export { type AddedModel, type AddedModels, type DescribedModel, type ModelProvider, type ModelRefresh, useAddedModels } from "./use-added-models.ts";
export {
  type AdministeredGenerator,
  type FieldLimit,
  type GeneratorSetting,
  type SettingChanges,
  useAdministeredGenerators,
  useDeclaredForm,
} from "./use-administered-generators.ts";
export { useArtifactSearch } from "./use-artifact-search.ts";
export { type AuditEntry, type AuditFilter, useAuditLog } from "./use-audit-log.ts";
export { useBecomeOwner } from "./use-become-owner.ts";
export { useBoard, useUpdateBoard } from "./use-board.ts";
export { useBoardExport, useExports, useImportBoard } from "./use-board-archives.ts";
export { useBoardCover, useSetBoardCover } from "./use-board-cover.ts";
export { useBoardEvents } from "./use-board-events.ts";
export { useBoardGenerations } from "./use-board-generations.ts";
export { type BoardListAsked, useBoardList } from "./use-board-list.ts";
export { useBoardMaking, useBoards } from "./use-boards.ts";
export { type BulkJobFacts, useBulkJob } from "./use-bulk-job.ts";
export { useChangeBoards } from "./use-change-boards.ts";
export { useConnection } from "./use-connection.ts";
export { useCostEstimate } from "./use-cost-estimate.ts";
export { useCreateAccount } from "./use-create-account.ts";
export { useCreateGeneration } from "./use-create-generation.ts";
export { useDownloads } from "./use-downloads.ts";
export { type FoundPerson, useFindPeople } from "./use-find-people.ts";
export { useGeneration } from "./use-generation.ts";
export { useGenerationActions } from "./use-generation-actions.ts";
export { useGenerationPreview } from "./use-generation-preview.ts";
export { useGenerations } from "./use-generations.ts";
export { useGenerators } from "./use-generators.ts";
export { useInputArtifacts } from "./use-input-artifacts.ts";
export { useInstallation } from "./use-installation.ts";
export { type InvitationPreview, useInvitation } from "./use-invitation.ts";
export { useRevokeInvitation, useTenantInvitations } from "./use-invitations.ts";
export { useMemberships, useSwitchTenant } from "./use-memberships.ts";
export { usePageAnswers } from "./use-page-answers.ts";
export { type Person, usePeople } from "./use-people.ts";
export { usePeopleToAdd } from "./use-people-to-add.ts";
export { type ProviderJobFacts, useJobsToReview, useRecentJobs, useReviewCount } from "./use-provider-jobs.ts";
export { type KeyTest, type ProviderState, useProviders } from "./use-providers.ts";
export { useResetPassword } from "./use-reset-password.ts";
export { type RunningFacts, useRunningFacts } from "./use-running-facts.ts";
export { useSavedViews } from "./use-saved-views.ts";
export { type SearchFacets, useSearchFacets } from "./use-search-facets.ts";
export { type SignInRefusal, useSession } from "./use-session.ts";
export { useSharedBoard, useSteadySource } from "./use-shared-board.ts";
export { type SharedWith, useSharing } from "./use-sharing.ts";
export { type DaySpending, type NamedSpending, useSpending } from "./use-spending.ts";
export { type SpendingLimit, useSpendingLimits } from "./use-spending-limits.ts";
export { type StorageUse, useStorageLimits } from "./use-storage-limits.ts";
export { type UploadItem, useUploads } from "./use-uploads.ts";
export { useViewer } from "./use-viewer.ts";
