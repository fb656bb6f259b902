import { createHash } from "node:crypto";
import { registerMediabunnyServer } from "@mediabunny/server";
import { BufferTarget, Mp4OutputFormat, Output, VideoSample, VideoSampleSource } from "mediabunny";
import sharp from "sharp";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";

// Looking for graphics hardware takes longer than what is done here, and prints what it does not find.
registerMediabunnyServer({ hardwareContext: null });

const made = new Map<string, Promise<Buffer>>();

/** A small real file of a kind, always the same for the same words. */
export function simulatedMedia(artifactType: ArtifactType, words: string, ratio = 4 / 3): Promise<{ bytes: Buffer; mimeType: string }> {
  const makers: Record<ArtifactType, [string, () => Promise<Buffer>]> = {
    image: ["image/png", () => image(words, ratio)],
    video: ["video/mp4", () => video(words)],
    audio: ["audio/wav", async () => sound(words)],
    text: ["text/plain", async () => Buffer.from(`A simulated answer to: ${words}`)],
    model: ["model/gltf-binary", async () => cube()],
    lora: ["application/octet-stream", async () => weights(words)],
  };
  const [mimeType, make] = makers[artifactType];
  const key = `${artifactType}/${hueOf(words)}/${ratio.toFixed(2)}/${artifactType === "image" || artifactType === "text" ? words : ""}`;
  const bytes = made.get(key) ?? make();
  if (made.size > 200) made.clear();
  made.set(key, bytes);
  return bytes.then((each) => ({ bytes: each, mimeType }));
}

const hueOf = (words: string) => createHash("md5").update(words).digest().readUInt16BE(0) % 36;
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function scene(words: string, width: number, height: number, time = 0): string {
  const hue = hueOf(words) * 10;
  const [line, next] = [words.slice(0, 42), words.slice(42, 84)].map(escapeXml);
  const sun = width * (0.25 + 0.5 * time);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue},60%,62%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360},70%,82%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${sun}" cy="${height * 0.34}" r="${height * 0.13}" fill="hsl(${(hue + 40) % 360},90%,92%)" opacity="0.9"/>
    <path d="M0 ${height * 0.72} Q ${width * 0.25} ${height * 0.5} ${width * 0.5} ${height * 0.7} T ${width} ${height * 0.62} V ${height} H 0 Z" fill="hsl(${hue},38%,40%)"/>
    <path d="M0 ${height * 0.84} Q ${width * 0.3} ${height * 0.7} ${width * 0.6} ${height * 0.84} T ${width} ${height * 0.8} V ${height} H 0 Z" fill="hsl(${hue},42%,28%)"/>
    <g font-family="sans-serif" fill="white" font-size="${Math.round(width / 34)}"><text x="4%" y="91%">${line}</text><text x="4%" y="96%">${next}</text></g>
  </svg>`;
}

/** A black PNG of this size. */
export const plainImage = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "black" } })
    .png()
    .toBuffer();

function image(words: string, ratio: number): Promise<Buffer> {
  const [width, height] = ratio >= 1 ? [768, Math.round(768 / ratio)] : [Math.round(768 * ratio), 768];
  return sharp(Buffer.from(scene(words, width, height)))
    .png({ compressionLevel: 3 })
    .toBuffer();
}

async function video(words: string): Promise<Buffer> {
  const [width, height, framesASecond, frames] = [640, 360, 12, 24];
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
  const source = new VideoSampleSource({ codec: "avc", bitrate: 600_000 });
  output.addVideoTrack(source, { frameRate: framesASecond });
  await output.start();
  for (let frame = 0; frame < frames; frame++) {
    const pixels = await sharp(Buffer.from(scene(words, width, height, frame / frames)))
      .ensureAlpha()
      .raw()
      .toBuffer();
    const sample = new VideoSample(pixels, {
      format: "RGBA",
      codedWidth: width,
      codedHeight: height,
      timestamp: frame / framesASecond,
      duration: 1 / framesASecond,
    });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  return Buffer.from(output.target.buffer ?? new ArrayBuffer(0));
}

function sound(words: string): Buffer {
  const [rate, seconds] = [22_050, 2];
  const samples = rate * seconds;
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write("RIFF");
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples * 2, 40);
  const base = 220 * 2 ** (hueOf(words) / 36);
  for (let index = 0; index < samples; index++) {
    const time = index / rate;
    const tone = Math.sin(2 * Math.PI * base * (1 + Math.floor(time * 2) / 4) * time) * Math.exp(-2 * (time % 0.5));
    bytes.writeInt16LE(Math.round(tone * 12_000), 44 + index * 2);
  }
  return bytes;
}

/** A cube as binary glTF 2.0: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html */
function cube(): Buffer {
  const corners = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z) => [x, y, z])));
  const triangles = [0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3];
  const binary = Buffer.concat([Buffer.from(new Float32Array(corners.flat()).buffer), Buffer.from(new Uint16Array(triangles).buffer)]);
  const json = JSON.stringify({
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 8, type: "VEC3", min: [-1, -1, -1], max: [1, 1, 1] },
      { bufferView: 1, componentType: 5123, count: 36, type: "SCALAR" },
    ],
    bufferViews: [
      { buffer: 0, byteLength: 96 },
      { buffer: 0, byteOffset: 96, byteLength: 72 },
    ],
    buffers: [{ byteLength: 168 }],
  });
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
  const header = Buffer.alloc(20);
  header.write("glTF");
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(28 + text.length + binary.length, 8);
  header.writeUInt32LE(text.length, 12);
  header.write("JSON", 16);
  const chunk = Buffer.alloc(8);
  chunk.writeUInt32LE(binary.length);
  chunk.write("BIN\0", 4);
  return Buffer.concat([header, text, chunk, binary]);
}

/** One tensor as safetensors: https://huggingface.co/docs/safetensors */
function weights(words: string): Buffer {
  const text = JSON.stringify({ __metadata__: { words }, lora: { dtype: "F32", shape: [4], data_offsets: [0, 16] } });
  const header = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.from(new Float32Array([1, 2, 3, 4]).buffer)]);
}
