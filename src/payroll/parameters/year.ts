/** The years whose every row somebody has checked against the texts: adding a year starts with its rows and ends here. */
export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2026;
