import type { GenerationTileFragment } from "../generated/graphql.ts";
import { graphql } from "../generated/index.ts";

/** A generation as a board shows it. */
export type BoardGeneration = GenerationTileFragment;

/** What a board shows of a finished generation's file. An event tells just this. */
export const generationResult = graphql(`
  fragment GenerationResult on Generation {
    width
    height
    durationSeconds
    mimeType
    storageUrl
    small: thumbnailUrl(width: 320)
    medium: thumbnailUrl(width: 640)
    large: thumbnailUrl(width: 1280)
    placeholder
    stripUrl
    stripFrames
    peaks
    textContent(maxLength: 600)
    isSimulated
    fileNote
  }
`);

/** What a board shows of a generation. */
export const generationTile = graphql(`
  fragment GenerationTile on Generation {
    id
    boardId
    generatorName
    generatorTitle
    isUpload
    artifactType
    status
    phase
    progress
    progressMessage
    errorMessage
    errorCode
    createdAt
    startedAt
    completedAt
    batchId
    batchIndex
    batchSize
    inputParams
    isStarred
    rating
    ...GenerationResult
  }
`);

graphql(`
  fragment GeneratorFacts on GeneratorInfo {
    name
    title
    description
    provider
    providerTitle
    isLocal
    vendor
    deprecation
    endsOn
    hasEnded
    successor
    unavailableReason
    isSimulated
    artifactType
  }
`);
