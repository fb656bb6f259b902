import { choice, decimal, flag, optionalWords, whole, wordsOr, z } from "../declare";

/** Who speaks, and how. https://fal.ai/models/fal-ai/minimax/speech-2.6-hd/api */
export const voiceSetting = () =>
  z
    .strictObject({
      voice_id: wordsOr("Wise_Woman", { title: "Voice", description: "A name of MiniMax's list." }, 200),
      speed: decimal(0.5, 2, 1, { title: "Speed", description: "1 is as usual." }),
      vol: decimal(0.01, 10, 1, { title: "Volume", description: "1 is as usual." }),
      pitch: whole(-12, 12, 0, { title: "Pitch", description: "Half tones up or down." }),
      emotion: optionalWords({ title: "Emotion", description: "As in `happy`." }, 100),
      english_normalization: flag(false, { title: "Read numbers in English", description: "Reads numbers out as English does." }),
    })
    .prefault({})
    .meta({ title: "Voice", description: "Who speaks, and how." });

const format = choice(["mp3", "pcm", "flac"], "mp3", { title: "File format", description: "Of the sound." });
const sampleRates = [8000, 16000, 22050, 24000, 32000, 44100] as const;
const sampleRate = (defaultValue: (typeof sampleRates)[number]) =>
  choice(sampleRates, defaultValue, { title: "Sample rate", description: "In hertz." });
const bitrate = (defaultValue: 128000 | 256000) =>
  choice([32000, 64000, 128000, 256000], defaultValue, { title: "Bit rate", description: "In bits a second." });
const sound = { title: "Sound file", description: "How the sound is stored.", group: "advanced" };

/** The sound file of speech. */
export const audioSetting = () =>
  z
    .strictObject({
      format,
      sample_rate: sampleRate(32000),
      channel: choice([1, 2], 1, { title: "Channels", description: "1 is mono, 2 is stereo." }),
      bitrate: bitrate(128000),
    })
    .prefault({})
    .meta(sound);

/** The sound file of music. */
export const musicSetting = () => z.strictObject({ format, sample_rate: sampleRate(44100), bitrate: bitrate(256000) }).meta(sound);

/** How loud it is made. */
export const loudness = () =>
  z
    .strictObject({
      enabled: flag(true, { title: "Even out", description: "Makes the loudness even." }),
      target_loudness: decimal(-70, -10, -18, { title: "Loudness", description: "In LUFS." }),
      target_range: decimal(0, 20, 8, { title: "Range", description: "In LU." }),
      target_peak: decimal(-3, 0, -0.5, { title: "Peak", description: "In dBTP." }),
    })
    .prefault({})
    .meta({ title: "Loudness", description: "How loud it is made.", group: "advanced" });
