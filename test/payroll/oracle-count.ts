/** How many random cases of each year every run compares with Urssaf's rules; `npm run check:oracle` compares five times as many. */
export const CASES_A_RUN = 200;
