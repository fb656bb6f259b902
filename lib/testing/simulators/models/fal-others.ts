import { falModel } from "./simulated-model";

const maybe = (type: string, more = {}) => ({ anyOf: [{ type }, { type: "null" }], ...more });
const videoOutput = {
  type: "object",
  required: ["video"],
  properties: { video: { $ref: "#/components/schemas/VideoFile", description: "The generated video." } },
};
const videoAt = ([url = ""]: string[]) => ({ video: { url, content_type: "video/mp4", file_size: 5_000_000 } });

// First and last frame, a duration as text, and elements that no form of ours can take.
const imageToVideo = falModel({
  id: "fal-ai/samples/image-to-video",
  title: "Sample Video",
  description: "Moves an image.",
  category: "image-to-video",
  makes: "video",
  price: { unit_price: 0.1, unit: "seconds" },
  input: {
    title: "ImageToVideoInput",
    type: "object",
    required: ["image_url"],
    "x-fal-order-properties": ["prompt", "image_url", "tail_image_url", "duration", "elements", "negative_prompt", "cfg_scale"],
    properties: {
      image_url: {
        type: "string",
        title: "Image Url",
        description: "URL of the image to be used for the video",
        _fal_ui_field: "image",
        max_file_size: 10485760,
      },
      tail_image_url: maybe("string", { title: "Tail Image Url", description: "URL of the image to be used for the end of the video" }),
      prompt: maybe("string", { maxLength: 2500, title: "Prompt" }),
      duration: { type: "string", enum: ["5", "10"], default: "5", title: "Duration", description: "The duration of the generated video in seconds" },
      negative_prompt: { type: "string", maxLength: 2500, default: "blur, distort, and low quality", title: "Negative Prompt" },
      cfg_scale: { type: "number", minimum: 0, maximum: 1, default: 0.5, title: "Cfg Scale" },
      elements: {
        anyOf: [{ type: "array", items: { $ref: "#/components/schemas/Element" } }, { type: "null" }],
        title: "Elements",
        description: "Characters and objects.",
      },
    },
  },
  schemas: {
    Element: {
      type: "object",
      required: ["frontal_image_url", "reference_image_urls"],
      properties: {
        frontal_image_url: { type: "string", ui: { field: "image" } },
        reference_image_urls: { type: "array", items: { type: "string", ui: { field: "image" } }, maxItems: 3 },
      },
    },
  },
  output: videoOutput,
  answer: videoAt,
});

const textToVideo = falModel({
  id: "fal-ai/samples/text-to-video",
  title: "Sample Film",
  description: "Makes a video with sound from words.",
  category: "text-to-video",
  makes: "video",
  price: { unit_price: 0.4, unit: "seconds" },
  input: {
    type: "object",
    required: ["prompt"],
    properties: {
      prompt: { type: "string", maxLength: 20000, title: "Prompt" },
      aspect_ratio: { type: "string", enum: ["16:9", "9:16"], default: "16:9", title: "Aspect Ratio" },
      duration: {
        anyOf: [
          { type: "integer", minimum: 4, maximum: 15 },
          { type: "string", enum: ["auto"] },
        ],
        default: "auto",
        title: "Duration",
        description: "In seconds.",
      },
      generate_audio: { type: "boolean", default: true, title: "Generate Audio" },
      seed: maybe("integer", { title: "Seed" }),
      safety_tolerance: { type: "string", enum: ["1", "2", "3", "4", "5", "6"], default: "4", title: "Safety Tolerance" },
    },
  },
  output: videoOutput,
  answer: videoAt,
});

const lipsync = falModel({
  id: "fal-ai/samples/lipsync",
  title: "Sample Lipsync",
  description: "Moves the lips of a video to a recording.",
  category: "video-to-video",
  makes: "video",
  price: { unit_price: 3, unit: "minutes" },
  input: {
    type: "object",
    required: ["video_url", "audio_url"],
    properties: {
      video_url: { type: "string", title: "Video Url", description: "URL of the input video" },
      audio_url: { type: "string", title: "Audio Url", description: "URL of the input audio" },
      sync_mode: { allOf: [{ $ref: "#/components/schemas/SyncMode" }], default: "cut_off", description: "What happens when one of them is longer." },
    },
  },
  schemas: { SyncMode: { type: "string", enum: ["cut_off", "loop", "bounce", "silence", "remap"] } },
  output: { type: "object", properties: { video: { $ref: "#/components/schemas/VideoFile" }, thumbnail: { $ref: "#/components/schemas/Image" } } },
  answer: videoAt,
});

// Nested settings with a default for the whole, and numbers that must be greater than a limit.
const speech = falModel({
  id: "fal-ai/samples/speech",
  title: "Sample Speech",
  description: "Reads a text aloud.",
  category: "text-to-speech",
  makes: "audio",
  price: { unit_price: 0.1, unit: "1000 characters" },
  input: {
    type: "object",
    required: ["text"],
    properties: {
      text: { type: "string", minLength: 1, maxLength: 5000, title: "Text", description: "The text to read." },
      voice_setting: { $ref: "#/components/schemas/VoiceSetting", default: { speed: 1, voice_id: "Wise_Woman", english_normalization: false } },
      audio_setting: { anyOf: [{ $ref: "#/components/schemas/AudioSetting" }, { type: "null" }] },
      language_boost: { anyOf: [{ type: "string", enum: ["Chinese", "English", "French", "auto"] }, { type: "null" }] },
    },
  },
  schemas: {
    VoiceSetting: {
      type: "object",
      properties: {
        voice_id: { type: "string", default: "Wise_Woman", title: "Voice Id" },
        speed: { type: "number", minimum: 0.5, maximum: 2, default: 1, title: "Speed" },
        vol: { type: "number", exclusiveMinimum: 0, maximum: 10, default: 1, title: "Vol" },
        emotion: { anyOf: [{ type: "string", enum: ["happy", "sad", "neutral"] }, { type: "null" }], title: "Emotion" },
        english_normalization: { type: "boolean", default: false, title: "English Normalization" },
      },
    },
    AudioSetting: {
      type: "object",
      properties: {
        format: { type: "string", enum: ["mp3", "pcm", "flac"], default: "mp3" },
        sample_rate: { type: "integer", enum: [16000, 32000, 44100], default: 32000 },
      },
    },
  },
  output: {
    type: "object",
    required: ["audio", "duration_ms"],
    properties: { audio: { $ref: "#/components/schemas/AudioFile" }, duration_ms: { type: "integer" } },
  },
  answer: ([url = ""]) => ({ audio: { url, content_type: "audio/mpeg" }, duration_ms: 2000 }),
});

const transcription = falModel({
  id: "fal-ai/samples/transcription",
  title: "Sample Transcription",
  description: "Writes down what is said.",
  category: "speech-to-text",
  makes: "text",
  price: { unit_price: 0.03, unit: "minutes" },
  input: {
    type: "object",
    required: ["audio_url"],
    properties: {
      audio_url: { type: "string", title: "Audio Url", description: "URL of the audio file to transcribe" },
      language_code: maybe("string", { title: "Language Code" }),
      diarize: { type: "boolean", default: true, title: "Diarize" },
    },
  },
  output: {
    type: "object",
    required: ["text", "words"],
    properties: {
      text: { type: "string", title: "Text" },
      words: { type: "array", items: { type: "object", properties: { text: { type: "string" }, start: { type: "number" } } } },
    },
  },
  answer: ([text = ""]) => ({ text, words: [{ text, start: 0 }] }),
});

const vision = falModel({
  id: "fal-ai/samples/vision",
  title: "Sample Vision",
  description: "Answers questions about images.",
  category: "vision",
  makes: "text",
  input: {
    type: "object",
    required: ["prompt"],
    properties: {
      prompt: { type: "string" },
      image_urls: { anyOf: [{ type: "array", items: { type: "string" } }, { type: "string" }, { type: "null" }], title: "Image Urls" },
      model: { type: "string", default: "fast", enum: ["fast", "large"] },
      temperature: { type: ["number", "null"], minimum: 0, maximum: 2, title: "Temperature" },
    },
  },
  output: {
    type: "object",
    required: ["output"],
    properties: { output: { type: "string" }, error: maybe("string"), partial: { type: "boolean", default: false } },
  },
  answer: ([output = ""]) => ({ output, partial: false }),
});

const mesh = falModel({
  id: "fal-ai/samples/mesh",
  title: "Sample Mesh",
  description: "Makes a 3D model of an image.",
  category: "image-to-3d",
  makes: "model",
  input: {
    type: "object",
    required: ["input_image_url"],
    properties: { input_image_url: { type: "string" }, texture_size: { enum: [512, 1024, 2048], default: 1024 } },
  },
  output: {
    type: "object",
    required: ["model_mesh"],
    properties: { model_mesh: { $ref: "#/components/schemas/File", description: "Generated 3D mesh file" }, timings: { type: "object" } },
  },
  answer: ([url = ""]) => ({ model_mesh: { url, content_type: "model/gltf-binary" }, timings: {} }),
});

// Images as one ZIP file.
const training = falModel({
  id: "fal-ai/samples/trainer",
  title: "Sample Trainer",
  description: "Trains a LoRA on images.",
  category: "training",
  makes: "lora",
  price: { unit_price: 0.002, unit: "steps" },
  input: {
    type: "object",
    required: ["images_data_url"],
    properties: {
      images_data_url: { type: "string", description: "URL to zip archive with images. Try to use at least 4 images." },
      trigger_word: maybe("string", { description: "Trigger word to be used in the captions." }),
      steps: { type: "integer", minimum: 1, maximum: 10000, multipleOf: 10, default: 1000 },
    },
  },
  output: {
    type: "object",
    required: ["diffusers_lora_file", "config_file"],
    properties: { diffusers_lora_file: { $ref: "#/components/schemas/File" }, config_file: { $ref: "#/components/schemas/File" } },
  },
  answer: ([url = ""]) => ({ diffusers_lora_file: { url }, config_file: { url: `${url}.json` } }),
});

/** Models of fal that make something else than images. */
export const falOthers = [imageToVideo, textToVideo, lipsync, speech, transcription, vision, mesh, training];
