/** How wide the settings panel may be, in pixels. */
export const panelLimits = { narrowest: 280, widest: 560 };

/** Of the settings panel, what a browser remembers. */
export interface Panel {
  isOpen: boolean;
  /** In pixels. */
  width: number;
}

/** A cookie, so that the server can keep the panel's place free from the first paint on: `open.320`. */
export const panelCookie = "boards-settings-panel";

const initialWidth = 320;

/** The panel that a cookie tells; what is no value of it is as it was at first. */
export function readPanel(text: string | undefined): Panel {
  const [state, width] = (text ?? "").split(".");
  const { narrowest, widest } = panelLimits;
  return { isOpen: state !== "closed", width: Math.min(Math.max(Number(width) || initialWidth, narrowest), widest) };
}
