/** The part of libheif's JavaScript that its own declarations leave out. */
declare module "libheif-js/libheif-wasm/libheif-bundle.mjs" {
  interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Fills `target.data` with RGBA later, then calls back: with null when it cannot. */
    display(target: { data: Uint8ClampedArray; width: number; height: number }, done: (target: unknown) => void): void;
  }
  interface HeifDecoder {
    decode(bytes: Uint8Array): HeifImage[];
    decoder: { delete(): void };
  }
  export default function libheif(): { HeifDecoder: new () => HeifDecoder };
}
