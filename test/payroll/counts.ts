/** How many random situations each month from January 2024 to December 2026 is tried in. */
export const SITUATIONS_A_MONTH = 60;
/** How many random years each property of a year tries. */
export const YEARS = 300;
/** How many random months a simulation is compared with the one that is settled. */
export const SIMULATIONS = 1_000;
