/** The first day and the last one for which every row here was checked. */
export const CHECKED_FROM = "2026-01-01";
export const CHECKED_UNTIL = "2026-12-31";
