/** A transcript as Scribe answers it; its words are words, gaps and sounds. */
interface Transcript {
  text: string;
  words?: { text: string; speaker_id?: string | null }[] | undefined;
}

/** Whether this answer of Scribe holds a transcript. */
export const isTranscript = <Answer extends object>(answer: Answer | null): answer is Answer & Transcript =>
  answer !== null && "text" in answer && typeof answer.text === "string";

/** A transcript for people: each turn begins with its speaker where there are several. */
export function transcriptOf({ text, words = [] }: Transcript): string {
  const speakers = [...new Set(words.flatMap(({ speaker_id: speaker }) => (speaker ? [speaker] : [])))];
  if (speakers.length < 2) return text;
  const turns: { speakerId: string; text: string }[] = [];
  for (const piece of words) {
    const last = turns.at(-1);
    const speakerId = piece.speaker_id ?? last?.speakerId ?? speakers[0] ?? "";
    if (last && last.speakerId === speakerId) last.text += piece.text;
    else turns.push({ speakerId, text: piece.text });
  }
  return turns.map((turn) => `Speaker ${speakers.indexOf(turn.speakerId) + 1}: ${turn.text.trim()}`).join("\n");
}
