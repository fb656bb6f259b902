import type { ComponentProps } from "react";
import type * as windows from "./dialog-window";
import { useLayers } from "./use-layers";

type Props<Name extends keyof typeof windows> = ComponentProps<(typeof windows)[Name]>;

/** A window over the page, without any looks: holds the focus and gives it back, closes by Escape or by a click outside. Needs a `DialogTitle`. */
export function DialogFrame(props: Props<"DialogFrame">) {
  const layers = useLayers(props.isOpen);
  return layers && <layers.DialogFrame {...props} />;
}

/** The heading that names a window. */
export function DialogTitle(props: Props<"DialogTitle">) {
  const layers = useLayers(true);
  return layers && <layers.DialogTitle {...props} />;
}

/** The sentence that describes a window; it takes `isDescribed`. */
export function DialogText(props: Props<"DialogText">) {
  const layers = useLayers(true);
  return layers && <layers.DialogText {...props} />;
}

/** The button that closes a window. */
export function DialogClose(props: Props<"DialogClose">) {
  const layers = useLayers(true);
  return layers && <layers.DialogClose {...props} />;
}

/** A window for a form or a question, with a title, a sentence about it and a button that closes it. */
export function Dialog(props: Props<"Dialog">) {
  const layers = useLayers(props.isOpen);
  return layers && <layers.Dialog {...props} />;
}
