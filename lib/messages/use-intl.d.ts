import type messages from "./en.json";

declare module "use-intl" {
  /** Makes the compiler check keys and values of every sentence. */
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
  }
}
