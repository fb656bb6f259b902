import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { useMediaQuery } from "./use-media-query";

/** The buttons of messages are low; a finger meets them in the room around, too. */
const touchable = "relative pointer-coarse:before:absolute pointer-coarse:before:inset-x-0 pointer-coarse:before:-inset-y-2.5";

/** Where messages appear. `onReady` is given what shows one: before, none would be seen. */
export function Toaster({ onReady }: { onReady: (show: typeof toast) => void }) {
  useEffect(() => onReady(toast), [onReady]);
  // A pointer that rests on messages lays them out; a finger has nothing to rest, and an Undo would lie beneath the next message.
  const laysOutMessages = useMediaQuery("(pointer: coarse)");
  // On a large screen they lie over the header's empty middle, and not over what can be done with a selection, below it. A phone has no empty place at
  // the top: there they lie below the headers of pages and of windows, of which a sheet's may begin lowest.
  return (
    <Sonner
      position="top-center"
      offset={{ top: "0.375rem" }}
      mobileOffset={{ top: "calc(15dvh + 4.25rem)" }}
      expand={laysOutMessages}
      toastOptions={{
        className: "!bg-surface !text-ink !border-line !font-sans",
        classNames: { actionButton: touchable, cancelButton: touchable },
      }}
    />
  );
}
