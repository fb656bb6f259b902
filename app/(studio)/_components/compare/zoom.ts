/** How what is compared is shown, the same for all: scaled, and moved by shares of its own box. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

/** All of it. */
export const whole: Zoom = { scale: 1, x: 0, y: 0 };

const mostScale = 16;

/** Moved no further than to its edges. */
function bounded({ scale, x, y }: Zoom): Zoom {
  const most = (scale - 1) / 2;
  return { scale, x: Math.min(Math.max(x, -most), most), y: Math.min(Math.max(y, -most), most) };
}

/** Scaled by a factor, so that the point at these shares from the middle of the box stays where it is. */
export function zoomed({ scale, x, y }: Zoom, factor: number, at = { x: 0, y: 0 }): Zoom {
  const next = Math.min(Math.max(scale * factor, 1), mostScale);
  const by = next / scale;
  return bounded({ scale: next, x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by });
}

/** Moved by shares of the box. */
export const moved = ({ scale, x, y }: Zoom, by: { x: number; y: number }): Zoom => bounded({ scale, x: x + by.x, y: y + by.y });
