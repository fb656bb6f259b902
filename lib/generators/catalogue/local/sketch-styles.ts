import type { Random } from "./random";

/** What a style draws with. */
export interface Canvas {
  width: number;
  height: number;
  /** Background first, then from far to near. */
  palette: readonly string[];
  /** 0 to 1: how much there is to see. */
  detail: number;
  random: Random;
}

/** Palettes of six: background, then from far to near. */
export const palettes = [
  ["#f6ead7", "#f2b880", "#e07a5f", "#b5446e", "#5f3b6b", "#26213f"],
  ["#eef3ee", "#bcd8c1", "#7fb7a3", "#3f8f8b", "#1f5f6b", "#12323f"],
  ["#fdf1e3", "#f7c59f", "#ef8354", "#c44536", "#772e25", "#2d1e2f"],
  ["#e8eef7", "#b6c9e6", "#7d9fd0", "#4a6fa5", "#2b4570", "#14213d"],
  ["#fbf3f0", "#f1c5c5", "#d88c9a", "#8e7dbe", "#51558d", "#24243e"],
  ["#f4f1de", "#f2cc8f", "#81b29a", "#3d7a6f", "#3d405b", "#1f2135"],
] as const;

/** The styles of `sketch`: each answers the inside of an SVG. */
export const styles: Record<"ridges" | "flow" | "bubbles" | "tiles", (canvas: Canvas) => string> = { ridges, flow, bubbles, tiles };

/** Layered hills under a sun. */
function ridges({ width, height, palette, detail, random }: Canvas): string {
  const sun = {
    x: random.between(0.2, 0.8) * width,
    y: random.between(0.18, 0.4) * height,
    radius: random.between(0.08, 0.15) * Math.min(width, height),
  };
  const sky = `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette[1]}"/><stop offset="0.7" stop-color="${palette[0]}"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/><circle cx="${sun.x}" cy="${sun.y}" r="${sun.radius}" fill="${palette[0]}"/>`;
  const layers = Math.round(4 + detail * 5);
  return sky + Array.from({ length: layers }, (_, layer) => ridge(layer / (layers - 1))).join("");

  function ridge(nearness: number): string {
    const base = height * (0.42 + 0.5 * nearness);
    const waves = Array.from({ length: 4 }, (_, octave) => ({
      phase: random.between(0, 6.28),
      length: (1.2 + octave * 1.7) * random.between(0.8, 1.2),
      rise: (height * 0.09) / (octave + 1),
    }));
    const points = Array.from({ length: 121 }, (_, step) => {
      const x = step / 120;
      const y = waves.reduce((sum, { phase, length, rise }) => sum - rise * Math.sin(phase + x * length * 6.28), base);
      return `${(x * width).toFixed(1)},${y.toFixed(1)}`;
    });
    return `<polygon points="0,${height} ${points.join(" ")} ${width},${height}" fill="${palette[1 + Math.round(nearness * 4)]}" fill-opacity="${0.75 + nearness * 0.25}"/>`;
  }
}

/** Threads that follow one field of directions. */
function flow({ width, height, palette, detail, random }: Canvas): string {
  const turns = Array.from({ length: 3 }, () => ({ x: random.between(1, 4), y: random.between(1, 4), phase: random.between(0, 6.28) }));
  const angleAt = (x: number, y: number) =>
    turns.reduce((sum, turn) => sum + Math.sin((x / width) * turn.x * 3 + turn.phase) + Math.cos((y / height) * turn.y * 3 - turn.phase), 0) * 0.9;
  const stride = Math.min(width, height) / 90;
  const threads = Math.round(220 + detail * 700);
  const lines = Array.from({ length: threads }, () => {
    let x = random.between(-0.1, 1.1) * width;
    let y = random.between(-0.1, 1.1) * height;
    const points = Array.from({ length: random.whole(18, 60) }, () => {
      const angle = angleAt(x, y);
      x += Math.cos(angle) * stride;
      y += Math.sin(angle) * stride;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    const stroke = palette[random.whole(1, 5)];
    return `<polyline points="${points.join(" ")}" stroke="${stroke}" stroke-width="${(stride * random.between(0.2, 1)).toFixed(1)}" stroke-opacity="${random.between(0.5, 0.95).toFixed(2)}"/>`;
  });
  return `<rect width="${width}" height="${height}" fill="${palette[0]}"/><g fill="none" stroke-linecap="round">${lines.join("")}</g>`;
}

/** Circles that never overlap, each with its rings. */
function bubbles({ width, height, palette, detail, random }: Canvas): string {
  const unit = Math.min(width, height);
  const placed: { x: number; y: number; radius: number }[] = [];
  for (let attempt = 0; attempt < 1500 + detail * 4000; attempt++) {
    const [x, y] = [random.between(0, width), random.between(0, height)];
    const room = placed.reduce((least, other) => Math.min(least, Math.hypot(other.x - x, other.y - y) - other.radius), unit * 0.2);
    if (room > unit * 0.012) placed.push({ x, y, radius: room * 0.94 });
  }
  const circles = placed.map(({ x, y, radius }) => {
    const color = random.whole(1, 5);
    const rings = Array.from({ length: random.whole(1, 4) }, (_, ring) => {
      const fill = palette[1 + ((color + ring) % 5)];
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(radius * 0.66 ** ring).toFixed(1)}" fill="${fill}"/>`;
    });
    return rings.join("");
  });
  return `<rect width="${width}" height="${height}" fill="${palette[0]}"/>${circles.join("")}`;
}

/** Quarter circles on a grid, as on old floors. */
function tiles({ width, height, palette, detail, random }: Canvas): string {
  const columns = Math.round(5 + detail * 9);
  const size = width / columns;
  const rows = Math.ceil(height / size);
  const cells = Array.from({ length: rows * columns }, (_, cell) => {
    const [x, y] = [(cell % columns) * size, Math.floor(cell / columns) * size];
    const [ground, figure, dot] = [random.whole(0, 5), random.whole(0, 5), random.whole(0, 5)].map((index) => palette[index]);
    const turn = `rotate(${random.whole(0, 3) * 90} ${x + size / 2} ${y + size / 2})`;
    const quarter = `<path d="M${x} ${y} h${size} a${size} ${size} 0 0 1 ${-size} ${size} z" fill="${figure}"/><path d="M${x} ${y} h${size / 2} a${size / 2} ${size / 2} 0 0 1 ${-size / 2} ${size / 2} z" fill="${dot}"/>`;
    const half = `<path d="M${x} ${y} h${size} a${size / 2} ${size / 2} 0 0 1 ${-size} 0 z" fill="${figure}"/><circle cx="${x + size / 2}" cy="${y + size * 0.75}" r="${size * 0.14}" fill="${dot}"/>`;
    return `<rect x="${x}" y="${y}" width="${size + 0.5}" height="${size + 0.5}" fill="${ground}"/><g transform="${turn}">${random.between(0, 1) < 0.7 ? quarter : half}</g>`;
  });
  return `<rect width="${width}" height="${height}" fill="${palette[0]}"/>${cells.join("")}`;
}
