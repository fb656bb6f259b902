import { v7 as uuidv7 } from "uuid";
import { findBoardFor } from "@/lib/boards/find-board";
import { checkInputArtifacts, type InputArtifact } from "@/lib/generations/check-input-artifacts";
import { appendEvents, payloadOf } from "@/lib/generations/progress/append-event";
import { admitGenerations, queueKeyOf, waitingFor } from "@/lib/generations/queue-slots";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { addedFactsOf } from "@/lib/generators/added-models/find-generators";
import { keepModel } from "@/lib/generators/added-models/keep-model";
import { deprecationOf } from "@/lib/generators/catalogue/deprecation";
import { findProvider } from "@/lib/generators/catalogue/providers";
import { artifactIdsIn } from "@/lib/generators/contract/artifact-slots";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { countFieldOf, type InputProblem, parseInputs } from "@/lib/generators/contract/parse-inputs";
import { areProvidersFree, simulatorUrl } from "@/lib/generators/contract/simulation";
import { viewerAccess } from "@/lib/generators/provider-keys/provider-access";
import { checkLimits } from "@/lib/generators/settings/field-limits";
import { offeredGenerator } from "@/lib/generators/settings/offered-generators";
import { say } from "@/lib/messages/say";
import { auditWithin, takeAuditBack } from "@/lib/platform/audit/audited";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { afterAnswer } from "@/lib/platform/http/after-answer";
import { countWork } from "@/lib/platform/limits/rate-limits";
import { countCharacters } from "@/lib/platform/text/characters";
import { reserve } from "@/lib/spending/reserve";
import { checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";
import { type Generation, Prisma } from "@/prisma/generated/client";

/** A request for a generation. `artifactType` in lower case; `inputParams` as the generator's schema says. */
export interface GenerationRequest {
  boardId: string;
  generatorName: string;
  /** Of an added model: to make something again with the version that made it. Default: the newest. */
  generatorVersion?: number | null;
  artifactType: string;
  inputParams: unknown;
  idempotencyKey?: string | null;
  regeneratedFromId?: string;
}

/**
 * Asks for a generation (or a batch, when the inputs say so) and answers its first row at once, pending.
 * Inputs are checked before any row exists. The same idempotency key answers the same generation. `warn` hears what was taken though it was
 * not quite right.
 */
export async function createGeneration(viewer: Viewer, request: GenerationRequest, warn?: (warning: InputProblem) => void) {
  const board = await findBoardFor(viewer, "generate", request.boardId, say("reasons.generation.createDenied"));
  const earlier = await findEarlier(viewer, request);
  if (earlier) return earlier;

  const checked = await checkRequest(viewer, request);
  for (const warning of checked.warnings) warn?.(warning);
  // Without a key it is refused here, with the reason that the list of generators shows.
  const provider = findProvider(checked.generator.provider);
  if (provider) await viewerAccess(viewer, provider);
  // What was accepted is kept, however large it becomes.
  await checkStorageLimits(viewer, null);
  return countWork("generation", viewer.accountId, checked.outputCount, () => insert(viewer, { ...request, boardId: board.id }, checked));
}

const mostOutputs = 100;

interface CheckedRequest {
  generator: Generator;
  inputs: Record<string, unknown>;
  inputArtifacts: InputArtifact[];
  outputCount: number;
  costUsd: number;
  /** What was taken though it was not quite right; the field as in `inputParams.prompt`. */
  warnings: InputProblem[];
}

/** Finds the generator, as this viewer may use it, checks the inputs and works out the price; the error names the first field at fault. */
export async function checkRequest(
  viewer: Viewer,
  request: { generatorName: string; generatorVersion?: number | null; artifactType?: string; inputParams: unknown },
): Promise<CheckedRequest> {
  const { generator, rules } = await offeredGenerator(viewer, request.generatorName, request.generatorVersion);
  if (request.artifactType && generator.artifactType !== request.artifactType)
    throw new BoardsError("input.invalid", {
      message: say("reasons.generation.artifactType", { generator: generator.name, actual: generator.artifactType, asked: request.artifactType }),
      field: "artifactType",
    });
  const given = request.inputParams;
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const parsed = parseInputs(generator, isObject ? { ...rules.defaults, ...given } : given);
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ field, message }) => ({ field: field ? `inputParams.${field}` : "inputParams", message }));
    throw new BoardsError("input.invalid", { ...problems[0], problems });
  }
  const { inputs, outputCount } = parsed;
  // What was added by its id, or as a workflow, may know no bound of its own.
  if (!Number.isInteger(outputCount) || outputCount < 1 || outputCount > mostOutputs) {
    const field = ["inputParams", countFieldOf(generator)].filter(Boolean).join(".");
    throw new BoardsError("input.invalid", { message: say("reasons.generation.outputCount", { maximum: mostOutputs }), field });
  }
  const end = deprecationOf(generator)?.sentence;
  const warnings = [
    ...(end ? [{ field: "generatorName", message: `${generator.title}: ${end}` }] : []),
    ...parsed.warnings.map(({ field, message }) => ({ field: `inputParams.${field}`, message })),
  ];
  checkLimits(rules.limits, inputs);
  const inputArtifacts = artifactIdsIn(generator, inputs);
  const facts = await checkInputArtifacts(viewer, inputArtifacts);
  return { generator, inputs, inputArtifacts, outputCount, costUsd: rules.priceUsd ?? generator.costUsd(inputs, facts), warnings };
}

async function findEarlier(viewer: Viewer, { idempotencyKey, boardId, generatorName }: GenerationRequest) {
  if (!idempotencyKey) return null;
  if (countCharacters(idempotencyKey) > 255)
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.tooLong", { name: "idempotencyKey", maximum: 255 }),
      field: "idempotencyKey",
    });
  const earlier = await db().generation.findUnique({ where: { userId_idempotencyKey: { userId: viewer.userId, idempotencyKey } } });
  if (earlier && (earlier.boardId !== boardId || earlier.generatorName !== generatorName))
    throw new BoardsError("generation.idempotency_conflict", { field: "idempotencyKey" });
  return earlier;
}

async function insert(viewer: Viewer, request: GenerationRequest, checked: CheckedRequest) {
  const { generator, inputs, inputArtifacts, outputCount, costUsd } = checked;
  const batchId = uuidv7();
  const provider = findProvider(generator.provider);
  const isSimulated = provider !== undefined && simulatorUrl() !== undefined;
  const isCharged = !provider || !areProvidersFree();
  const rows = Array.from({ length: outputCount }, (_, batchIndex) => ({
    id: batchIndex === 0 ? batchId : uuidv7(),
    tenantId: viewer.tenantId,
    boardId: request.boardId,
    userId: viewer.userId,
    generatorName: generator.name,
    generatorVersion: addedFactsOf(generator)?.version ?? null,
    artifactType: generator.artifactType,
    inputParams: inputs as Prisma.InputJsonObject,
    inputArtifacts: inputArtifacts.map(({ generationId, role, artifactType }) => ({
      generation_id: generationId,
      role,
      artifact_type: artifactType,
    })),
    batchId,
    batchIndex,
    batchSize: outputCount,
    idempotencyKey: batchIndex === 0 ? request.idempotencyKey || null : null,
    regeneratedFromId: request.regeneratedFromId ?? null,
    estimatedCostUsd: costUsd / outputCount,
    ...(isSimulated ? { outputMetadata: { simulated: true } } : {}),
    ...(isCharged ? {} : { costUsd: 0 }),
  }));
  const turn = await queueKeyOf(viewer.tenantId, generator);
  try {
    const first = await db().$transaction(async (tx) => {
      await keepModel(tx, generator);
      // Before any row: a generation does not count against its own limit, and who is refused leaves no trace.
      if (isCharged) await reserve(tx, rows, { isBilled: provider !== undefined && !provider.isFree });
      const created = await insertRows(tx, rows);
      const [first] = created;
      if (!first) throw new BoardsError("internal.unexpected");
      await indexGenerations(tx, created);
      const { tenantId, userId } = viewer;
      await appendEvents(
        tx,
        created.map((row) => ({ boardId: row.boardId, generationId: row.id, type: "created", payload: payloadOf(row) })),
        { alongside: [waitingFor({ batchId, tenantId, userId, ...turn }), ...auditWithin({ targetType: "Generation", targetId: first.id })] },
      );
      return first;
    });
    await afterAnswer(admitGenerations);
    return first;
  } catch (error) {
    takeAuditBack();
    // Two requests with one key at the same moment: the other one won (and spent what was left), and its generation is the answer.
    const wasTaken = error instanceof BoardsError || (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002");
    const earlier = wasTaken ? await findEarlier(viewer, request) : null;
    if (earlier) return earlier;
    throw error;
  }
}

/** Inserts the rows of a batch; in their order. */
async function insertRows(tx: Transaction, rows: Prisma.GenerationCreateManyInput[]): Promise<Generation[]> {
  const [only] = rows;
  // Most batches have one. Prisma remembers how it makes one row, and plans each insert of several anew, which takes milliseconds.
  if (only && rows.length === 1) return [await tx.generation.create({ data: only })];
  const created = await tx.generation.createManyAndReturn({ data: rows });
  return created.sort((one, other) => one.batchIndex - other.batchIndex);
}
