/** The sizes that tiles may have, in CSS pixels of a row's height. */
export const tileSizes = { least: 140, most: 480, step: 20, wide: 240, narrow: 260 };
