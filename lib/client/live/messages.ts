/** Whose events they are; null for someone who is not signed in. */
export type StreamOwner = { userId: string; tenantId: string } | null;

/** Where a generation stands. */
export interface GenerationState {
  status: string;
  phase: string;
  progress: number;
  message: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  startedAt?: string | null;
  completedAt?: string | null;
}

/** What a board shows of a finished generation. */
export interface GenerationResult {
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  mimeType: string | null;
  storageUrl: string | null;
  thumbnailUrls: Record<"320" | "640" | "1280", string | null>;
  placeholder: string | null;
  stripUrl: string | null;
  stripFrames: number;
  peaks: string | null;
  textContent: string | null;
  isSimulated: boolean;
  fileNote: string | null;
}

/** Where the newest generations of a board stand, up to its event of this number. */
export interface BoardSnapshot {
  boardId: string;
  number: number;
  generations: (GenerationState & { id: string })[];
}

/** One change on a board. */
export interface BoardEvent extends GenerationState {
  boardId: string;
  number: number;
  generationId: string;
  type: "created" | "progress" | "completed" | "failed" | "cancelled" | "deleted";
  /** With `completed`. */
  result?: GenerationResult;
}

/** What is told of boards; `doubt` when the connection was lost or refused, so that also what no event tells of may have changed. */
export type StreamMessage =
  | { name: "viewer"; data: StreamOwner }
  | { name: "snapshot"; data: BoardSnapshot }
  | { name: "generation"; data: BoardEvent }
  | { name: "board"; data: { boardId: string } }
  | { name: "gone"; data: { boardId: string } }
  | { name: "doubt" };

/** The boards that someone wants to hear of, with the number of the last event of each that they know. */
export type WantedBoards = [boardId: string, number: number | null][];

/** What the tabs of a browser say to each other. `who` and `here` are the leader's: it asks what is wanted, and says that it has heard. */
export type TabMessage = { type: "want"; tab: string; boards: WantedBoards } | { type: "who" | "here" } | { type: "told"; message: StreamMessage };
