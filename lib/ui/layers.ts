import { ConfirmWindow } from "./confirm-window";
import { Dialog, DialogClose, DialogFrame, DialogText, DialogTitle } from "./dialog-window";
import { MenuWindow } from "./menu-window";
import { Toaster } from "./toaster";
import { Tooltips } from "./tooltips";

/** What lies over a page, and nobody sees before they do something: loaded by `use-layers.ts`, and imported by nothing else. */
export const layers = { ConfirmWindow, Dialog, DialogClose, DialogFrame, DialogText, DialogTitle, MenuWindow, Toaster, Tooltips };
