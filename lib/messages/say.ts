import { createTranslator } from "use-intl/core";
import messages from "@/lib/messages/en.json" with { type: "json" };
import { formats } from "./formats";

/** A sentence of the message catalogue, by its key, outside React: for errors, page titles and e-mails. Components use `useTranslations`. */
export const say = createTranslator({ locale: "en", messages, formats });
