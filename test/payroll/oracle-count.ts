/** How many random cases of each year every run compares with Urssaf's rules; `npm run check:oracle` compares 5 000. */
export const CASES_A_RUN = 80;
