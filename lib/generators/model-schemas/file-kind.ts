import { say } from "@/lib/messages/say";
import type { ArtifactType } from "../contract/define-generator";
import type { FlatSchema } from "./flatten-schema";

/** What a text that names a file is: a kind of artifact, or why it cannot be one. */
export type FileKind = { artifactType: ArtifactType; isArchive?: boolean } | { reason: string };

const fileFormats = ["uri", "url", "binary", "data-url", "uri-reference"];

/** What file names in a field's name or description mean, most telling first: a mask for a video is an image. */
const signs: [ArtifactType, RegExp][] = [
  ["lora", /\b(loras?|safetensors|weights)\b/],
  ["image", /\b(mask|first frame|last frame|start frame|end frame|thumbnail)\b/],
  ["video", /\b(videos?|clips?|footage|movie|mp4)\b/],
  ["audio", /\b(audios?|voices?|sounds?|speech|songs?|music|vocals?|recording|wav|mp3)\b/],
  ["model", /\b(mesh|glb|gltf|obj|fbx|3d)\b/],
  ["image", /\b(images?|imgs?|pictures?|photos?|frames?|faces?|portraits?|garments?|person|human|sketch|pose|depth map|png|jpe?g|gif|tail)\b/],
  ["text", /\b(text file|subtitles?|srt|transcript file|document|pdf)\b/],
];

/** Addresses that are no files: what the provider would call, or look at. */
const noFile = /\b(webhook|callback|website|web page|webpage|endpoint|server|repo|repository)\b/;

/** Files that are neither media nor weights. */
const noArtifact = /\b(embeddings?|checkpoint|config|csv|json)\b/;

/** Whether a text is the address of a file, and of what kind; null for any other text. `task` helps where nothing else does. */
export function fileKindOf(name: string, schema: FlatSchema, task: string | null): FileKind | null {
  const { format, title = "", description = "", _fal_ui_field: hint = "", ui } = schema;
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  const drawn = (hint || (ui?.field ?? "")).toLowerCase();
  const isHinted = /^(image|video|audio|file|mask|archive|model|3d)/.test(drawn);
  const isFile = isHinted || (format !== undefined && fileFormats.includes(format)) || /\b(urls?|uris?)$/.test(words);
  if (!isFile) return null;
  const said = description.toLowerCase();
  if (noFile.test(words)) return { reason: say("reasons.model.problem.noFile") };
  if (/\b(zip|archive)\b/.test(`${words} ${said}`) || drawn === "archive") return archiveKind(`${words} ${said}`);
  const hinted = kindIn(drawn === "mask" ? "image" : drawn);
  if (!hinted && noArtifact.test(words)) return { reason: say("reasons.model.problem.foreignFile") };
  const kind = hinted ?? lastKindIn(words) ?? kindIn(title.toLowerCase()) ?? kindIn(said) ?? (task ? kindIn(task.split("-to-")[0] ?? "") : null);
  return kind ? { artifactType: kind } : { reason: say("reasons.model.problem.unknownFile") };
}

/** A list of images is packed for a model that takes a ZIP file of them. */
function archiveKind(words: string): FileKind {
  const kind = kindIn(words.replace(/\b(lora|loras|weights)\b/g, ""));
  return kind && kind !== "text" ? { artifactType: kind, isArchive: true } : { reason: say("reasons.model.problem.unknownArchive") };
}

/** A name ends with what it is: the `mask_video` of a `mask_video_url` is a video. */
const lastKindIn = (words: string): ArtifactType | null =>
  words
    .split(" ")
    .reverse()
    .map(kindIn)
    .find((each) => each !== null) ?? null;

const kindIn = (words: string): ArtifactType | null => signs.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
