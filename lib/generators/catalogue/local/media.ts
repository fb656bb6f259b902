import type { Input } from "mediabunny";

let loaded: Promise<typeof import("mediabunny")> | undefined;

async function load() {
  const [mediabunny, { registerMediabunnyServer }] = await Promise.all([
    import(/* turbopackIgnore: true */ "mediabunny"),
    import(/* turbopackIgnore: true */ "@mediabunny/server"),
  ]);
  // Looking for graphics hardware takes longer than what is done here, and prints what it does not find.
  registerMediabunnyServer({ hardwareContext: null });
  return mediabunny;
}

/** sharp, once an image is made: only functions that make images carry its 18 MB (next.config.mjs), so no bundler may trace it from here. */
export const loadSharp = async () => (await import(/* turbopackIgnore: true */ "sharp")).default;

/**
 * Mediabunny with its codecs, loaded once something is to be read or written: every process knows the generators, and it takes 70 MB. No
 * bundler may trace it from here, as only the function that runs steps carries FFmpeg (next.config.mjs).
 */
export function loadMedia(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

/** Opens a video or sound file for reading; `using` closes it. */
export async function openMedia(path: string): Promise<Input> {
  const { ALL_FORMATS, FilePathSource, Input } = await loadMedia();
  return new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
}
