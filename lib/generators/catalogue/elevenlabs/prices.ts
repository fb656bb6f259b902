/** Dollars for a second of sound that goes in or comes out, by the minute. https://elevenlabs.io/pricing/api */
export const usdPerSecond = { changed: 0.12 / 60, isolated: 0.12 / 60, effects: 0.12 / 60, music: 0.15 / 60, transcribed: 0.22 / 3600 };

/**
 * Dollars for a character that is spoken; one counts a credit with the large models, and half a credit with the fast one.
 * https://elevenlabs.io/pricing/api
 */
export const usdPerCharacter = { large: 0.08 / 1000, fast: 0.04 / 1000 };

/** What speech was charged at list price, by the credits that ElevenLabs counted: dear voices count more than one for a character. */
export const billedForSpeech = ({ character_cost }: Record<string, number>) =>
  character_cost === undefined ? undefined : character_cost * usdPerCharacter.large;

/** What a transcript was charged at list price, by the seconds that ElevenLabs heard. */
export const billedForListening = ({ audio_duration_secs }: Record<string, number>) =>
  audio_duration_secs === undefined ? undefined : audio_duration_secs * usdPerSecond.transcribed;
