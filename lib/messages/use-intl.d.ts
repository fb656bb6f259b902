import type messages from "./en.json";
import type { formats } from "./formats";

declare module "use-intl" {
  /** Makes the compiler check keys, values and formats of every sentence. */
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
    Formats: typeof formats;
  }
}
