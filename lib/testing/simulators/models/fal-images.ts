import { falModel } from "./simulated-model";

const maybe = (type: string, more = {}) => ({ anyOf: [{ type }, { type: "null" }], ...more });
const seed = maybe("integer", { title: "Seed", description: "The same seed and the same prompt will output the same image every time." });
const numImages = { type: "integer", minimum: 1, maximum: 4, default: 1, title: "Num Images", description: "The number of images to generate." };
const imageList = {
  title: "Output",
  type: "object",
  "x-fal-order-properties": ["images", "seed"],
  required: ["images", "seed"],
  properties: {
    images: { type: "array", items: { $ref: "#/components/schemas/Image" }, title: "Images", description: "The generated image files info." },
    seed: { type: "integer", title: "Seed" },
  },
};
const imagesAt = (urls: string[]) => ({ images: urls.map((url) => ({ url, content_type: "image/png", width: 1024, height: 768 })), seed: 42 });
const imageSize = {
  title: "ImageSize",
  type: "object",
  "x-fal-order-properties": ["width", "height"],
  properties: {
    width: { type: "integer", exclusiveMinimum: 0, maximum: 14142, default: 512, title: "Width" },
    height: { type: "integer", exclusiveMinimum: 0, maximum: 14142, default: 512, title: "Height" },
  },
};
const sizes = ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"];

// Named sizes or an object of one's own, limits, null beside a number.
const textToImage = falModel({
  id: "fal-ai/flux/dev",
  title: "FLUX.1 [dev]",
  description: "A 12 billion parameter flow transformer that makes images from text.",
  category: "text-to-image",
  makes: "image",
  price: { unit_price: 0.025, unit: "megapixels" },
  count: "num_images",
  input: {
    title: "DevTextToImageInput",
    type: "object",
    "x-fal-order-properties": [
      "prompt",
      "image_size",
      "num_inference_steps",
      "seed",
      "guidance_scale",
      "sync_mode",
      "num_images",
      "enable_safety_checker",
      "output_format",
    ],
    required: ["prompt"],
    properties: {
      seed,
      sync_mode: { type: "boolean", default: false, title: "Sync Mode", description: "If true, the media is returned as a data URI." },
      num_images: numImages,
      prompt: { type: "string", title: "Prompt", description: "The prompt to generate an image from." },
      image_size: {
        anyOf: [{ $ref: "#/components/schemas/ImageSize" }, { type: "string", enum: sizes }],
        default: "landscape_4_3",
        title: "Image Size",
        description: "The size of the generated image.",
      },
      num_inference_steps: { type: "integer", minimum: 1, maximum: 50, default: 28, title: "Num Inference Steps" },
      guidance_scale: {
        type: "number",
        minimum: 1,
        maximum: 20,
        default: 3.5,
        title: "Guidance scale (CFG)",
        description: "How closely to stick to the prompt.",
      },
      enable_safety_checker: { type: "boolean", default: true, title: "Enable Safety Checker" },
      output_format: { type: "string", enum: ["jpeg", "png"], default: "jpeg", title: "Output Format" },
    },
  },
  schemas: { ImageSize: imageSize },
  output: imageList,
  answer: imagesAt,
});

// A list of files with a least and a most, enums by reference within allOf.
const edit = falModel({
  id: "fal-ai/samples/edit",
  title: "Sample Edit",
  description: "Edits images by words.",
  category: "image-to-image",
  makes: "image",
  price: { unit_price: 0.04, unit: "images" },
  count: "num_images",
  input: {
    title: "EditInput",
    type: "object",
    required: ["prompt", "image_urls"],
    "x-fal-order-properties": ["prompt", "image_urls", "aspect_ratio", "resolution", "num_images"],
    properties: {
      prompt: { type: "string", minLength: 3, maxLength: 5000, title: "Prompt", description: "The prompt for image editing." },
      image_urls: {
        type: "array",
        items: { type: "string", _fal_ui_field: "image" },
        minItems: 1,
        maxItems: 4,
        title: "Image URLs",
        description: "The images to edit.",
      },
      aspect_ratio: { allOf: [{ $ref: "#/components/schemas/AspectRatio" }], default: "auto", description: "Of the result." },
      resolution: { anyOf: [{ $ref: "#/components/schemas/Resolution" }, { type: "null" }], default: "1K" },
      num_images: numImages,
    },
  },
  schemas: {
    AspectRatio: { title: "AspectRatio", type: "string", enum: ["auto", "1:1", "16:9", "9:16"] },
    Resolution: { title: "Resolution", type: "string", enum: ["1K", "2K", "4K"] },
  },
  output: imageList,
  answer: imagesAt,
});

// Nested objects three levels deep, lists of objects and of texts.
const palette = falModel({
  id: "fal-ai/samples/palette",
  title: "Sample Palette",
  description: "Makes images with colors of one's own.",
  category: "text-to-image",
  makes: "image",
  price: { unit_price: 0.06, unit: "images" },
  input: {
    title: "PaletteInput",
    type: "object",
    required: ["prompt"],
    properties: {
      prompt: { type: "string", title: "Prompt" },
      rendering_speed: { $ref: "#/components/schemas/RenderingSpeed", default: "BALANCED" },
      style_codes: {
        anyOf: [{ type: "array", items: { type: "string" }, maxItems: 4 }, { type: "null" }],
        title: "Style Codes",
        description: "Codes of 8 characters that stand for a style.",
      },
      color_palette: { anyOf: [{ $ref: "#/components/schemas/ColorPalette" }, { type: "null" }], description: "Colors of the image." },
      negative_prompt: { type: "string", default: "", title: "Negative Prompt" },
    },
  },
  schemas: {
    RenderingSpeed: { type: "string", enum: ["TURBO", "BALANCED", "QUALITY"], title: "RenderingSpeed" },
    ColorPalette: {
      type: "object",
      title: "ColorPalette",
      properties: {
        name: { anyOf: [{ type: "string", enum: ["EMBER", "FRESH", "JUNGLE"] }, { type: "null" }], title: "Name" },
        members: { anyOf: [{ type: "array", items: { $ref: "#/components/schemas/ColorPaletteMember" } }, { type: "null" }], title: "Members" },
      },
    },
    ColorPaletteMember: {
      type: "object",
      title: "ColorPaletteMember",
      required: ["rgb"],
      properties: {
        rgb: { $ref: "#/components/schemas/RGBColor" },
        color_weight: maybe("number", { minimum: 0.05, maximum: 1, default: 0.5, title: "Color Weight" }),
      },
    },
    RGBColor: {
      type: "object",
      title: "RGBColor",
      properties: Object.fromEntries(
        ["r", "g", "b"].map((name) => [name, { type: "integer", minimum: 0, maximum: 255, default: 0, title: name.toUpperCase() }]),
      ),
    },
  },
  output: imageList,
  answer: imagesAt,
});

// A list of objects, as LoRAs come.
const loras = falModel({
  id: "fal-ai/samples/lora",
  title: "Sample LoRA",
  description: "Makes images with adaptations of one's own.",
  category: "text-to-image",
  makes: "image",
  count: "num_images",
  input: {
    title: "LoraInput",
    type: "object",
    required: ["prompt"],
    properties: {
      prompt: { type: "string", title: "Prompt" },
      loras: {
        type: "array",
        items: { $ref: "#/components/schemas/LoraWeight" },
        default: [],
        maxItems: 3,
        title: "Loras",
        description: "The LoRAs to use.",
      },
      num_images: numImages,
      seed,
    },
  },
  schemas: {
    LoraWeight: {
      type: "object",
      title: "LoraWeight",
      required: ["path"],
      properties: {
        path: { type: "string", title: "Path", description: "URL or the path to the LoRA weights." },
        scale: { type: "number", minimum: 0, maximum: 4, default: 1, title: "Scale", description: "How strongly it is applied." },
      },
    },
  },
  output: imageList,
  answer: imagesAt,
});

// An optional object with a file in it: its fields stand at the top, and need one another.
const adapter = falModel({
  id: "fal-ai/samples/adapter",
  title: "Sample Adapter",
  description: "Makes images that keep to an image.",
  category: "image-to-image",
  makes: "image",
  input: {
    title: "AdapterInput",
    type: "object",
    required: ["prompt", "base"],
    properties: {
      prompt: { type: "string", title: "Prompt" },
      base: {
        type: "object",
        required: ["image_url"],
        properties: {
          image_url: { type: "string", title: "Image Url" },
          strength: { type: "number", minimum: 0, maximum: 1, default: 0.8, title: "Strength" },
        },
      },
      style_adapter: { anyOf: [{ $ref: "#/components/schemas/StyleAdapter" }, { type: "null" }], title: "Style Adapter" },
    },
  },
  schemas: {
    StyleAdapter: {
      type: "object",
      required: ["style_image_url", "mode"],
      properties: {
        style_image_url: { type: "string", title: "Style Image Url", description: "The image whose style is taken." },
        mode: { type: "string", enum: ["color", "structure"], title: "Mode" },
        weight: { type: "number", minimum: 0, maximum: 1, default: 0.5, title: "Weight" },
      },
    },
  },
  output: { type: "object", properties: { image: { $ref: "#/components/schemas/Image" } }, required: ["image"] },
  answer: ([url = ""]) => ({ image: { url, content_type: "image/png" } }),
});

// A list of objects that hold one file each: a list of files.
const references = falModel({
  id: "fal-ai/samples/references",
  title: "Sample References",
  description: "Makes an image of several subjects.",
  category: "image-to-image",
  makes: "image",
  input: {
    title: "ReferencesInput",
    type: "object",
    required: ["prompt", "references"],
    properties: {
      prompt: { type: "string", title: "Prompt" },
      references: {
        type: "array",
        minItems: 1,
        maxItems: 5,
        items: { $ref: "#/components/schemas/Reference" },
        title: "References",
        description: "The subjects.",
      },
    },
  },
  schemas: {
    Reference: {
      type: "object",
      required: ["image_url"],
      properties: {
        image_url: { type: "string", title: "Image Url" },
        weight: { type: "number", default: 1, minimum: 0, maximum: 2, title: "Weight" },
      },
    },
  },
  output: imageList,
  answer: imagesAt,
});

// No output is declared.
const undeclared = falModel({
  id: "someone/samples/undeclared",
  title: "Sample Undeclared",
  description: "Makes an image, and does not say where.",
  category: "text-to-image",
  makes: "image",
  price: { unit_price: 0.00017, unit: "compute seconds" },
  input: { type: "object", required: ["prompt"], properties: { prompt: { type: "string" } } },
  answer: ([url = ""]) => ({ status: "ok", payload: { files: [{ kind: "final", href: url }] } }),
});

/** Models of fal that make images. */
export const falImages = [textToImage, edit, palette, loras, adapter, references, undeclared];
