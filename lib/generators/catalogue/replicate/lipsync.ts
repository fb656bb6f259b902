import { audioInput, defineGenerator, optionalWords, videoInput, z } from "@/lib/generators/contract/declare";

export const lipsync = defineGenerator({
  provider: "replicate",
  name: "replicate-lipsync",
  title: "Wav2Lip (Replicate)",
  description: "Sync the lips in a video to a recording with Wav2Lip, on Replicate.",
  vendor: "Wav2Lip (cjwbw)",
  task: "lipsync",
  artifactType: "video",
  endpoint: "cjwbw/wav2lip:latest",
  source: { page: "https://replicate.com/cjwbw/wav2lip/api", readOn: "2026-04-08", unverified: "Replicate's page for it was not found again" },
  input: z.object({
    audio_source: audioInput({ title: "Audio", description: "The speech to sync to.", wire: "audio" }),
    video_source: videoInput({ title: "Video", description: "The video with the face.", wire: "face" }),
    prompt: optionalWords({ title: "Prompt", description: "Kept for older requests. This model ignores it.", isSent: false, format: "textarea" }),
  }),
  output: "output[] | output",
  // A T4 by the second; it works about twice as long as the video is.
  costUsd: ({ video_source }, { seconds }) => Math.max(2 * seconds(video_source, 30), 20) * 0.000225,
  billedUsd: ({ predict_time }) => (predict_time === undefined ? undefined : predict_time * 0.000225),
});
