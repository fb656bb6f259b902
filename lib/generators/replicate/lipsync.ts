import { audioInput, defineGenerator, optionalWords, videoInput, z } from "../declare";

export const lipsync = defineGenerator({
  provider: "replicate",
  name: "replicate-lipsync",
  title: "Wav2Lip (Replicate)",
  description: "Moves the lips of a video to a recording. Wav2Lip by Wav2Lip, at Replicate.",
  vendor: "Wav2Lip (cjwbw)",
  task: "lipsync",
  artifactType: "video",
  endpoint: "cjwbw/wav2lip:latest",
  source: { page: "https://replicate.com/cjwbw/wav2lip/api", readOn: "2026-04-08" },
  input: z.object({
    audio_source: audioInput({ title: "Sound", description: "The recording.", wire: "audio" }),
    video_source: videoInput({ title: "Video", description: "What to work on.", wire: "face" }),
    prompt: optionalWords({ title: "Prompt", description: "What happens in the video.", isSent: false, format: "textarea" }),
  }),
  output: "output[] | output",
  // A T4 by the second; it works about twice as long as the video is.
  costUsd: ({ video_source }, { seconds }) => Math.max(2 * seconds(video_source, 30), 20) * 0.000225,
  billedUsd: ({ predict_time }) => (predict_time === undefined ? undefined : predict_time * 0.000225),
});
