/** Whether the engine is the one that `npm start` brings, rather than an Inngest elsewhere. */
export const isOwnEngine = process.env.BOARDS_INNGEST_CHECKPOINTS === "1";
