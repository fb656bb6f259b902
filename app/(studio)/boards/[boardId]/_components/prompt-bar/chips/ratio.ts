const words: Record<string, number> = { square: 1, square_hd: 1 };

/** Width to height, as an option such as `16:9`, `1024x1536` or `portrait_4_3` tells it; null for one that leaves it open. */
export function ratioOf(option: string): number | null {
  const known = words[option];
  if (known !== undefined) return known;
  const named = /^(landscape|portrait)_(\d+)_(\d+)$/.exec(option);
  if (named) {
    const [long = 1, short = 1] = [Number(named[2]), Number(named[3])].sort((one, other) => other - one);
    return named[1] === "portrait" ? short / long : long / short;
  }
  const sides = /^(\d+(?:\.\d+)?)\s*[:x×*]\s*(\d+(?:\.\d+)?)/i.exec(option);
  const [width, height] = [Number(sides?.[1]), Number(sides?.[2])];
  return width > 0 && height > 0 ? width / height : null;
}

/** An option in words: `portrait_4_3` as `Portrait 4:3`, `1024x1536` as `1024 × 1536`, `match_input_image` as `Match input image`. */
export function optionWords(option: string | number): string {
  const text = String(option)
    .replace(/^(\d+)[x*](\d+)$/i, "$1 × $2")
    .replace(/_(\d+)_(\d+)$/, " $1:$2")
    .replace(/_hd$/, " HD")
    .replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
