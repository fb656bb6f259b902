/** Whether PostgreSQL and ISO 8601 have a place for this time: the years 1 to 9999. */
export const isWithinCalendar = (time: Date): boolean => time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999;
