import type { Formats } from "use-intl";

/** Formats of numbers and times by their names, for sentences (`{amount, number, usd}`) and for `useFormatter`. */
export const formats = {
  number: {
    usd: { style: "currency", currency: "USD" },
    /** For amounts of less than ten cents. */
    smallUsd: { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 4 },
    /** For prices, which may be far below a cent. */
    exactUsd: { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 6 },
  },
  dateTime: {
    moment: { dateStyle: "medium", timeStyle: "short" },
    time: { timeStyle: "short" },
    /** A day of reports, which count by UTC. */
    utcDay: { day: "numeric", month: "short", timeZone: "UTC" },
    /** A day of a gallery (yyyy-mm-dd), read as UTC. */
    galleryDay: { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  },
  list: { and: { type: "conjunction" } },
} satisfies Formats;
