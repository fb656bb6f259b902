const headerBytes = 44;
const bytesPerSample = 2;

/** Sound of 16 bits a sample, as Google sends it bare, as a WAV file. Rate and channels come from its media type, as in `audio/L16;rate=24000`. */
export function wavOf(pcm: Buffer, mediaType: string): Buffer {
  const [rate, channels] = [numberIn(mediaType, "rate", 24_000), numberIn(mediaType, "channels", 1)];
  const header = Buffer.alloc(headerBytes);
  header.write("RIFF");
  header.writeUInt32LE(headerBytes - 8 + pcm.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * channels * bytesPerSample, 28);
  header.writeUInt16LE(channels * bytesPerSample, 32);
  header.writeUInt16LE(bytesPerSample * 8, 34);
  header.write("data", 36);
  header.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([header, pcm]);
}

const numberIn = (mediaType: string, name: string, otherwise: number) => Number(new RegExp(`${name}=(\\d+)`).exec(mediaType)?.[1] ?? otherwise);
