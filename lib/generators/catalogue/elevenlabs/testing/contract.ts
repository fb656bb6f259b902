import { fileOf, generatorOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const recording = "0192aaaa-0000-7000-8000-000000000001";

const asked = async (name: string, inputs: Record<string, unknown>) =>
  submissionOf(generatorOf(name), inputs, { files: new Map([[recording, await fileOf("sound.wav", "audio/wav", "RIFF")]]) });

const asks = {
  speech: () => asked("elevenlabs-eleven-v3", { text: "Hello there" }),
  music: () => asked("elevenlabs-music-v2-5", { prompt: "a waltz" }),
  "a form": () => asked("elevenlabs-voice-changer", { audio: recording }),
};

/** What the driver must do; see drivers.test.ts. */
export const contracts: DriverContract[] = Object.entries(asks).map(([what, submission]) => ({
  what,
  submission,
  output: "audio.url",
  balance: { amount: 88_000, unit: "characters" },
  isWithinCall: true,
  failures: {},
  startFaults: {
    fail: ["provider.outcome_unknown", 1],
    "wrong-type": ["provider.outcome_unknown", 1],
    refuse: ["provider.content_refused", 0],
  },
  refusedKeys: { wrong: "key", empty: "is out of credit" },
}));
