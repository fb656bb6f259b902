import type { ExternalToast, toast as show } from "sonner";
import { loadLayers } from "./use-layers";

type Show = typeof show;

/** Told what shows messages, once that is there. */
export let showMessagesBy: (show: Show) => void;
const ready = new Promise<Show>((resolve) => {
  showMessagesBy = resolve;
});
let count = 0;

function tell(work: (show: Show) => unknown) {
  void loadLayers();
  void ready.then(work);
}

const telling =
  (kind: "message" | "success" | "info" | "warning" | "error") =>
  (words: string, options?: ExternalToast): string | number => {
    const id = options?.id ?? `message-${count++}`;
    tell((show) => show[kind](words, { ...options, id }));
    return id;
  };

/** Shows a message at the page's top for a while, and answers its id. */
export const toast = Object.assign(telling("message"), {
  success: telling("success"),
  info: telling("info"),
  warning: telling("warning"),
  error: telling("error"),
  dismiss: (id: string | number) => tell((show) => show.dismiss(id)),
});
