/** The kinds of files whose layouts are kept. */
export const LAYOUT_KINDS = ["bank", "timesheet", "tracker", "trips", "rates"] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];
