/** Writes the day of a date as yyyy-mm-dd, in a time zone or, without one, in the browser's. */
export const dayFormatOf = (timeZone?: string) =>
  new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", ...(timeZone ? { timeZone } : {}) });
