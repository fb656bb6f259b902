import { registerMediabunnyServer } from "@mediabunny/server";
import {
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Output,
  VideoSample,
  VideoSampleSource,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import sharp from "sharp";

registerMediabunnyServer({ hardwareContext: null });

/** A GIF of 10,000 × 10,000 with 500 frames, in some kilobytes. */
export function gifBomb(): Buffer {
  const screen = Buffer.from("GIF89a\0\0\0\0\x80\0\0\xff\0\0\0\0\0", "latin1");
  screen.writeUInt16LE(10_000, 6);
  screen.writeUInt16LE(10_000, 8);
  const frame = Buffer.from("21f90400010000002c0000000010271027000202440100", "hex");
  return Buffer.concat([screen, ...Array<Buffer>(500).fill(frame), Buffer.from(";")]);
}

/** A progressive JPEG whose header says 10,000 × 10,000: its decoder holds every coefficient before it shows the first row. */
export async function progressiveJpegBomb(): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#2a6f97" } })
    .jpeg({ progressive: true })
    .toBuffer();
  const frameHeader = jpeg.indexOf(Buffer.from([0xff, 0xc2]));
  jpeg.writeUInt16BE(10_000, frameHeader + 5);
  jpeg.writeUInt16BE(10_000, frameHeader + 7);
  return jpeg;
}

/** A PNG that announces 50,000 × 50,000. */
export async function pngBomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#2a6f97" } })
    .png()
    .toBuffer();
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  return png;
}

/** A WebM whose only frame is 12,000 × 12,000; its container tells the truth, or says 64 × 64. */
export async function webmBomb({ isHonest }: { isHonest: boolean }): Promise<Buffer> {
  const small = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new VideoSampleSource({ codec: "vp8", bitrate: 100_000 });
  small.addVideoTrack(source);
  await small.start();
  using sample = new VideoSample(new Uint8Array(64 * 64 * 4), { format: "RGBA", codedWidth: 64, codedHeight: 64, timestamp: 0, duration: 1 });
  await source.add(sample);
  await small.finalize();
  using input = new Input({ source: new BufferSource(small.target.buffer ?? new ArrayBuffer(0)), formats: [WEBM] });
  const track = await input.getPrimaryVideoTrack();
  const packet = track && (await new EncodedPacketSink(track).getFirstPacket());
  if (!packet) throw new Error("no frame was made");
  // A key frame's size stands after its tag and start code: https://datatracker.ietf.org/doc/html/rfc6386#section-9.1
  const data = Buffer.from(packet.data);
  data.writeUInt16LE(12_000, 6);
  data.writeUInt16LE(12_000, 8);
  const bomb = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const packets = new EncodedVideoPacketSource("vp8");
  bomb.addVideoTrack(packets);
  await bomb.start();
  const [codedWidth, codedHeight] = isHonest ? [12_000, 12_000] : [64, 64];
  await packets.add(packet.clone({ data }), { decoderConfig: { codec: "vp8", codedWidth, codedHeight } });
  await bomb.finalize();
  return Buffer.from(bomb.target.buffer ?? new ArrayBuffer(0));
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const length = Buffer.alloc(4);
  const body = Buffer.concat([Buffer.from(type, "latin1"), ...content]);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
};
const numbers = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};

/** An MP4 whose sample table announces 10^9 samples: in its table, or in a fragment. */
export function mp4Bomb({ isFragmented }: { isFragmented: boolean }): Buffer {
  const samples = 1_000_000_000;
  const matrix = numbers(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  const visual = Buffer.alloc(70);
  visual.writeUInt16BE(320, 24 - 8);
  visual.writeUInt16BE(240, 26 - 8);
  const entry = box("mp4v", Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), visual);
  const count = isFragmented ? 0 : samples;
  const table = box(
    "stbl",
    box("stsd", numbers(0, 1), entry),
    isFragmented ? box("stts", numbers(0, 0)) : box("stts", numbers(0, 1, count, 1)),
    isFragmented ? box("stsc", numbers(0, 0)) : box("stsc", numbers(0, 1, 1, count, 1)),
    box("stsz", numbers(0, isFragmented ? 0 : 1, count)),
    isFragmented ? box("stco", numbers(0, 0)) : box("stco", numbers(0, 1, 0)),
  );
  const media = box(
    "mdia",
    box("mdhd", numbers(0, 0, 0, 1000, count), Buffer.alloc(4)),
    box("hdlr", numbers(0, 0), Buffer.from("vide", "latin1"), Buffer.alloc(13)),
    box("minf", table),
  );
  const track = box("trak", box("tkhd", numbers(3, 0, 0, 1, 0, count, 0, 0, 0, 0), matrix, numbers(320 << 16, 240 << 16)), media);
  const header = box("mvhd", numbers(0, 0, 0, 1000, count), Buffer.alloc(80));
  const start = box("ftyp", Buffer.from("isom", "latin1"), numbers(0), Buffer.from("isom", "latin1"));
  if (!isFragmented) return Buffer.concat([start, box("moov", header, track), box("mdat")]);
  const extended = box("mvex", box("trex", numbers(0, 1, 1, 1, 1, 0)));
  const run = box("traf", box("tfhd", numbers(0x020000, 1)), box("trun", numbers(0, samples)));
  return Buffer.concat([start, box("moov", header, track, extended), box("moof", box("mfhd", numbers(0, 1)), run), box("mdat")]);
}
