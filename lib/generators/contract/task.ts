import type { ArtifactType } from "./define-generator";

/** Words for what is made, most telling first: a "lora" is an image only in passing. */
const words: [ArtifactType, RegExp][] = [
  ["lora", /^(lora|training)$/],
  ["model", /^(3d|mesh|glb)$/],
  ["video", /^(videos?|movie|film|animation|avatar)$/],
  ["audio", /^(audio|speech|voice|music|song|sound|sfx|tts)$/],
  ["image", /^(images?|pictures?|photos?|upscale)$/],
  ["text", /^(text|captions?|transcription|transcript|json|llm|vision)$/],
];

/** What a task such as `image-to-video` makes; null for one that does not say. */
export function madeByTask(task: string | null): ArtifactType | null {
  if (!task) return null;
  const made = task.toLowerCase().split("-to-").at(-1) ?? "";
  return artifactNamed(made.split(/[^a-z0-9]+/));
}

/** The kind of file that some words speak of. */
export function artifactNamed(found: string[]): ArtifactType | null {
  return words.find(([, pattern]) => found.some((word) => pattern.test(word)))?.[0] ?? null;
}

const endings: [ArtifactType, RegExp][] = [
  ["image", /^(png|jpe?g|webp|gif|avif|bmp|tiff?|svg)$/],
  ["video", /^(mp4|webm|mov|mkv|m4v)$/],
  ["audio", /^(mp3|wav|ogg|flac|m4a|aac|opus)$/],
  ["model", /^(glb|gltf|obj|fbx|ply|usdz|stl)$/],
  ["lora", /^safetensors$/],
];

/** The kind of file at an address, by its ending. */
export function artifactAt(address: string): ArtifactType | null {
  const ending = /\.([a-z0-9]+)$/i.exec(URL.parse(address)?.pathname ?? "")?.[1]?.toLowerCase() ?? "";
  return endings.find(([, pattern]) => pattern.test(ending))?.[0] ?? null;
}
