import { choice, decimal, flag, optionalWords, whole, wordsOr, z } from "@/lib/generators/contract/declare";

/** Who speaks, and how. https://fal.ai/models/fal-ai/minimax/speech-2.6-hd/api */
export const voiceSetting = () =>
  z
    .strictObject({
      voice_id: wordsOr("Wise_Woman", { title: "Voice", description: "A MiniMax voice ID, such as Wise_Woman." }, 200),
      speed: decimal(0.5, 2, 1, { title: "Speed", description: "1 is normal speed." }),
      vol: decimal(0.01, 10, 1, { title: "Volume", description: "1 is normal volume." }),
      pitch: whole(-12, 12, 0, { title: "Pitch", description: "In semitones, up or down." }),
      emotion: optionalWords({ title: "Emotion", description: "Such as happy, sad or neutral." }, 100),
      english_normalization: flag(false, { title: "English normalization", description: "Reads numbers more naturally in English." }),
    })
    .prefault({})
    .meta({ title: "Voice", description: "The voice and how it speaks." });

const format = choice(["mp3", "pcm", "flac"], "mp3", { title: "File format", description: "The format of the audio file." });
const sampleRates = [8000, 16000, 22050, 24000, 32000, 44100] as const;
const sampleRate = (defaultValue: (typeof sampleRates)[number]) =>
  choice(sampleRates, defaultValue, { title: "Sample rate", description: "In hertz." });
const bitrate = (defaultValue: 128000 | 256000) =>
  choice([32000, 64000, 128000, 256000], defaultValue, { title: "Bit rate", description: "In bits per second." });
const audio = { title: "Audio settings", description: "The format and quality of the audio file.", group: "advanced" };

/** The audio file of speech. */
export const audioSetting = () =>
  z
    .strictObject({
      format,
      sample_rate: sampleRate(32000),
      channel: choice([1, 2], 1, { title: "Channels", description: "1 is mono, 2 is stereo." }),
      bitrate: bitrate(128000),
    })
    .prefault({})
    .meta(audio);

/** The audio file of music. */
export const musicSetting = () => z.strictObject({ format, sample_rate: sampleRate(44100), bitrate: bitrate(256000) }).meta(audio);

/** Loudness normalization. */
export const loudness = () =>
  z
    .strictObject({
      enabled: flag(true, { title: "Normalize loudness", description: "Evens out the volume." }),
      target_loudness: decimal(-70, -10, -18, { title: "Target loudness", description: "In LUFS." }),
      target_range: decimal(0, 20, 8, { title: "Target range", description: "In LU." }),
      target_peak: decimal(-3, 0, -0.5, { title: "Target peak", description: "In dBTP." }),
    })
    .prefault({})
    .meta({ title: "Loudness", description: "Loudness normalization.", group: "advanced" });
