/** A piece of a transcript, as Scribe tells it: a word, a gap or a sound. */
export interface Piece {
  text: string;
  speakerId?: string | undefined;
}

/** A transcript for people: each turn begins with its speaker where there are several. */
export function transcriptOf({ text, words = [] }: { text: string; words?: Piece[] | undefined }): string {
  const speakers = [...new Set(words.flatMap(({ speakerId }) => (speakerId ? [speakerId] : [])))];
  if (speakers.length < 2) return text;
  const turns: { speakerId: string; text: string }[] = [];
  for (const piece of words) {
    const last = turns.at(-1);
    const speakerId = piece.speakerId ?? last?.speakerId ?? speakers[0] ?? "";
    if (last && last.speakerId === speakerId) last.text += piece.text;
    else turns.push({ speakerId, text: piece.text });
  }
  return turns.map((turn) => `Speaker ${speakers.indexOf(turn.speakerId) + 1}: ${turn.text.trim()}`).join("\n");
}
