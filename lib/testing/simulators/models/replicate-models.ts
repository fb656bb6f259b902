import { replicateModel } from "./simulated-model";

const uri = { type: "string", format: "uri" };
const uris = { type: "array", items: uri, title: "Output" };
const prompt = { type: "string", title: "Prompt", "x-order": 0, description: "Prompt for generated image" };
const seed = (order: number) => ({ type: "integer", title: "Seed", "x-order": order, description: "Random seed. Set for reproducible generation" });
const list = (urls: string[]) => urls;
const first = ([url = ""]: string[]) => url;

// Official: runs by its name. Enums by reference within allOf, and the order of fields by number.
const official = replicateModel({
  id: "samples/fast-image",
  title: "fast-image",
  description: "The fastest image generation model",
  makes: "image",
  isOfficial: true,
  example: ["https://replicate.delivery/example/out-0.webp"],
  count: "num_outputs",
  input: {
    type: "object",
    required: ["prompt"],
    properties: {
      seed: seed(5),
      prompt,
      num_outputs: {
        type: "integer",
        title: "Num Outputs",
        default: 1,
        maximum: 4,
        minimum: 1,
        "x-order": 2,
        description: "Number of outputs to generate",
      },
      aspect_ratio: {
        allOf: [{ $ref: "#/components/schemas/aspect_ratio" }],
        default: "1:1",
        "x-order": 1,
        description: "Aspect ratio for the generated image",
      },
      go_fast: { type: "boolean", title: "Go Fast", default: true, "x-order": 4 },
      output_quality: { type: "integer", title: "Output Quality", default: 80, maximum: 100, minimum: 0, "x-order": 3 },
    },
  },
  schemas: { aspect_ratio: { enum: ["1:1", "16:9", "21:9", "3:2"], type: "string", title: "aspect_ratio", description: "An enumeration." } },
  output: uris,
  answer: list,
});

const inpainting = replicateModel({
  id: "samples/inpainting",
  title: "inpainting",
  description: "Text-to-image, image-to-image and inpainting",
  makes: "image",
  example: ["https://replicate.delivery/example/out-0.png"],
  input: {
    type: "object",
    properties: {
      prompt: { ...prompt, default: "An astronaut riding a rainbow unicorn" },
      image: { ...uri, title: "Image", "x-order": 1, description: "Input image for img2img or inpaint mode" },
      mask: { ...uri, title: "Mask", "x-order": 2, description: "Input mask for inpaint mode" },
      scheduler: { allOf: [{ $ref: "#/components/schemas/scheduler" }], default: "K_EULER", "x-order": 3 },
      prompt_strength: { type: "number", default: 0.8, minimum: 0, maximum: 1, "x-order": 4 },
      disable_safety_checker: { type: "boolean", default: false, "x-order": 5 },
    },
  },
  schemas: { scheduler: { enum: ["DDIM", "K_EULER", "PNDM"], type: "string", title: "scheduler" } },
  output: uris,
  answer: list,
});

const video = replicateModel({
  id: "samples/film",
  title: "film",
  description: "Animates images",
  makes: "video",
  isOfficial: true,
  example: "https://replicate.delivery/example/output.mp4",
  input: {
    type: "object",
    required: ["prompt"],
    properties: {
      prompt,
      image: { anyOf: [{ type: "string", format: "uri" }, { type: "null" }], title: "Image", "x-order": 1, description: "First frame of the video" },
      reference_images: { type: "array", items: uri, maxItems: 3, title: "Reference Images", "x-order": 2 },
      duration: { enum: [4, 6, 8], type: "integer", title: "duration", default: 8, "x-order": 3 },
      seed: seed(4),
    },
  },
  output: { ...uri, title: "Output" },
  answer: first,
});

const music = replicateModel({
  id: "samples/music",
  title: "music",
  description: "Generate music from a prompt or melody",
  makes: "audio",
  example: "https://replicate.delivery/example/out.wav",
  input: {
    type: "object",
    properties: {
      prompt: { type: "string", title: "Prompt", "x-order": 0 },
      input_audio: { ...uri, title: "Input Audio", "x-order": 1, description: "An audio file that will influence the generated music." },
      duration: { type: "integer", title: "Duration", default: 8, "x-order": 2, description: "Duration of the generated audio in seconds." },
      top_k: { type: "integer", title: "Top K", default: 250, "x-order": 3 },
      temperature: { type: "number", title: "Temperature", default: 1, minimum: 0, exclusiveMinimum: true, "x-order": 4 },
    },
  },
  output: { ...uri, title: "Output" },
  answer: first,
});

const transcription = replicateModel({
  id: "samples/whisper",
  title: "whisper",
  description: "Convert speech in audio to text",
  makes: "text",
  example: { text: "The little tales they tell are false.", language: "english", segments: [] },
  input: {
    type: "object",
    required: ["audio"],
    properties: {
      audio: { ...uri, title: "Audio", "x-order": 0, description: "Audio file" },
      language: { enum: ["auto", "en", "de", "fr"], type: "string", title: "language", default: "auto", "x-order": 1 },
      temperature_list: { type: "array", items: { type: "number", minimum: 0, maximum: 1 }, default: [0, 0.5], "x-order": 2 },
    },
  },
  output: { $ref: "#/components/schemas/ModelOutput" },
  schemas: {
    ModelOutput: {
      type: "object",
      title: "ModelOutput",
      required: ["text", "language"],
      properties: {
        text: { type: "string" },
        language: { type: "string", enum: ["english", "german"] },
        segments: { type: "array", items: { type: "object" } },
      },
    },
  },
  answer: ([text = ""]) => ({ text, language: "english", segments: [] }),
});

// The pieces of a text make one.
const language = replicateModel({
  id: "samples/language-model",
  title: "language-model",
  description: "A language model",
  makes: "text",
  isOfficial: true,
  example: ["Hello", " there"],
  input: {
    type: "object",
    required: ["prompt"],
    properties: {
      prompt,
      system_prompt: { type: "string", title: "System Prompt", default: "You are a helpful assistant", "x-order": 1 },
      max_tokens: { type: "integer", default: 512, minimum: 1, maximum: 8192, "x-order": 2 },
      stop_sequences: { type: "string", nullable: true, "x-order": 3 },
    },
  },
  output: { type: "array", items: { type: "string" }, title: "Output", "x-cog-array-type": "iterator", "x-cog-array-display": "concatenate" },
  answer: ([text = ""]) => text.split(/(?<= )/),
});

const mesh = replicateModel({
  id: "samples/mesh",
  title: "mesh",
  description: "3D assets from images",
  makes: "model",
  example: { model_file: "https://replicate.delivery/example/output.glb", color_video: "https://replicate.delivery/example/color.mp4" },
  input: {
    type: "object",
    required: ["images"],
    properties: {
      images: { type: "array", items: uri, title: "Images", "x-order": 0 },
      texture_size: { type: "integer", default: 1024, minimum: 512, maximum: 2048, "x-order": 1 },
    },
  },
  output: {
    type: "object",
    title: "Output",
    properties: {
      color_video: { ...uri, nullable: true },
      model_file: { ...uri, nullable: true, title: "Model File" },
      no_background_images: { type: "array", items: uri, nullable: true },
    },
  },
  answer: ([url = ""]) => ({ model_file: url, color_video: null, no_background_images: null }),
});

const upscaler = replicateModel({
  id: "samples/upscaler",
  title: "upscaler",
  description: "Image upscaling with optional face correction",
  makes: "image",
  example: "https://replicate.delivery/example/output.png",
  input: {
    type: "object",
    required: ["image"],
    properties: {
      image: { ...uri, title: "Image", "x-order": 0, description: "Input image" },
      scale: { type: "number", default: 4, minimum: 0, maximum: 10, title: "Scale", "x-order": 1 },
      guidanceScale: { type: "number", default: 7.5, "x-order": 3 },
      face_enhance: { type: "boolean", default: false, title: "Face Enhance", "x-order": 2 },
    },
  },
  output: { anyOf: [uri, { type: "array", items: uri }], title: "Output" },
  answer: first,
});

// Cog's `Any`: nothing is said of the output.
const anything = replicateModel({
  id: "samples/anything",
  title: "anything",
  description: "Does what it is told",
  makes: "video",
  example: { file: "https://replicate.delivery/example/clip.mp4" },
  input: { type: "object", required: ["task"], properties: { task: { type: "string", "x-order": 0, title: "Task" } } },
  answer: ([url = ""]) => ({ file: url, seconds: 3 }),
});

const scored = replicateModel({
  id: "samples/scored",
  title: "scored",
  description: "Images with scores",
  makes: "image",
  example: [{ image: "https://replicate.delivery/example/0.png", score: 0.5 }],
  count: "n",
  input: { type: "object", required: ["prompt"], properties: { prompt, n: { type: "integer", default: 1, minimum: 1, maximum: 3, "x-order": 1 } } },
  output: { type: "array", title: "Output", items: { type: "object", properties: { image: { ...uri }, score: { type: "number" } } } },
  answer: (urls) => urls.map((image) => ({ image, score: 0.5 })),
});

// A file, and nothing shows of what kind: an admin chooses.
const unknown = replicateModel({
  id: "samples/unknown",
  title: "unknown",
  description: "An experiment",
  makes: "image",
  input: { type: "object", required: ["prompt"], properties: { prompt } },
  output: { ...uri, title: "Output" },
  answer: first,
});

/** Models of Replicate. */
export const replicateModels = [official, inpainting, video, music, transcription, language, mesh, upscaler, anything, scored, unknown];
