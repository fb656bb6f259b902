import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { prompt, seed } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { loadMedia } from "./media";
import { randomFrom } from "./random";

const sampleRate = 44_100;
const scales = { major: [0, 2, 4, 5, 7, 9, 11], minor: [0, 2, 3, 5, 7, 8, 10], pentatonic: [0, 2, 4, 7, 9] } as const;

/** Strength of the overtones of each instrument. */
const instruments = { bell: [1, 0, 0.4, 0, 0.25, 0.1], organ: [1, 0.6, 0.3, 0.2, 0.1], pluck: [1, 0.5, 0.33, 0.25, 0.2, 0.16] } as const;

export const melody = defineGenerator({
  provider: "local",
  name: "melody",
  title: "Melody",
  description: "Composes a short tune from the prompt and seed. Runs on this server, without AI.",
  artifactType: "audio",
  input: z.object({
    prompt: prompt("Type anything: the words choose the notes."),
    duration_seconds: z.int().min(2).max(60).default(8).meta({ title: "Duration", description: "In seconds." }),
    beats_per_minute: z.int().min(40).max(200).default(96).meta({ title: "Tempo", description: "Beats per minute." }),
    scale: z.enum(["major", "minor", "pentatonic"]).default("pentatonic").meta({ title: "Scale", description: "Notes to choose from." }),
    instrument: z.enum(["bell", "organ", "pluck"]).default("bell").meta({ title: "Instrument", description: "Sound of the notes." }),
    is_stereo: z.boolean().default(true).meta({ title: "Stereo", description: "Pans notes between left and right." }),
    seed: seed(),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const channels = inputs.is_stereo ? 2 : 1;
    const frames = inputs.duration_seconds * sampleRate;
    const sound = new Float32Array(frames * channels);
    const random = randomFrom(`${inputs.prompt}/${inputs.seed}`);
    const steps = scales[inputs.scale];
    const root = 196 * 2 ** (random.whole(0, 6) / 12);
    const beat = 60 / inputs.beats_per_minute;
    let degree = random.whole(0, steps.length);
    for (let start = 0; start < inputs.duration_seconds; ) {
      const length = beat * random.pick([0.5, 0.5, 1, 1, 2]);
      degree = Math.min(Math.max(degree + random.whole(-2, 2), 0), steps.length * 2 - 1);
      const semitones = (steps[degree % steps.length] ?? 0) + 12 * Math.floor(degree / steps.length);
      const pan = channels === 2 ? random.between(0.25, 0.75) : 0.5;
      addNote(sound, channels, start, length * 1.8, root * 2 ** (semitones / 12), instruments[inputs.instrument], pan);
      start += length;
      await context.publishProgress(Math.min(start / inputs.duration_seconds, 1) * 0.9, say("reasons.local.playing"));
    }

    const { AudioSample, AudioSampleSource, FilePathTarget, Output, WavOutputFormat } = await loadMedia();
    const path = context.temporaryPath("wav");
    const output = new Output({ format: new WavOutputFormat(), target: new FilePathTarget(path) });
    const source = new AudioSampleSource({ codec: "pcm-s16" });
    output.addAudioTrack(source);
    await output.start();
    using sample = new AudioSample({ data: sound, format: "f32", numberOfChannels: channels, sampleRate, timestamp: 0 });
    await source.add(sample);
    source.close();
    await output.finalize();
    await context.storeAudio({ path });
  },
});

function addNote(sound: Float32Array, channels: number, start: number, length: number, frequency: number, overtones: readonly number[], pan: number) {
  const first = Math.floor(start * sampleRate);
  const count = Math.min(Math.floor(length * sampleRate), sound.length / channels - first);
  for (let frame = 0; frame < count; frame++) {
    const time = frame / sampleRate;
    const attack = Math.min(1, time / 0.01);
    // The last instants fade to silence, so that no note ends in a click.
    const release = Math.min(1, (count - frame) / 800);
    const strength = 0.18 * attack * release * Math.exp((-3 * time) / length);
    const wave = overtones.reduce((sum, level, overtone) => sum + level * Math.sin(2 * Math.PI * frequency * (overtone + 1) * time), 0);
    for (let channel = 0; channel < channels; channel++) {
      const side = channels === 1 ? 1 : channel === 0 ? 1 - pan : pan;
      const index = (first + frame) * channels + channel;
      sound[index] = (sound[index] ?? 0) + strength * wave * side * (channels === 1 ? 1 : 1.4);
    }
  }
}
