import type { ComponentProps } from "react";
import type { ConfirmWindow } from "./confirm-window";
import { useLayers } from "./use-layers";

/** Asks before something is lost; says what. */
export function ConfirmDialog(props: ComponentProps<typeof ConfirmWindow>) {
  const layers = useLayers(props.isOpen);
  return layers && <layers.ConfirmWindow {...props} />;
}
