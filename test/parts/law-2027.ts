import { LEGISLATION, payrollTables } from "../../src/payroll/legislation.ts";

/** A text that nobody voted. */
const TEXT = {
  title: "Loi inventée pour les essais",
  of: "2026-12-20",
  published: "2026-12-21",
  link: "https://example.org/2027",
};

const since2027 = (value: unknown) => ({
  checkedUntil: "2027-12-31",
  steps: [{ from: "2027-01-01", value, text: TEXT }],
});

/** Two bands that anybody can work out: nothing under 2 000 €, a tenth above. */
const GRID = since2027([
  { below: 2000, rate: 0 },
  { below: null, rate: 10 },
]);

/** The tables that change in the made-up year 2027, as a file of law writes them. */
export const CHANGED_2027 = {
  pmss: since2027(5000),
  smic: since2027(13),
  "oldAgeCapped.employee": since2027(7),
  "oldAgeCapped.employer": since2027(9),
  csa: since2027(0.4),
  "neutralRate.metropole": GRID,
} as const;

/** A made-up file of law for 2027: what changes, and by name every other table that payroll reads. */
export const LAW_2027 = {
  schema: 1,
  name: "2027",
  unchanged: {
    until: "2027-12-31",
    checkedBy: "the tests",
    tables: payrollTables(LEGISLATION)
      .map(({ name }) => name)
      .filter((name) => name !== "nonResident" && !Object.hasOwn(CHANGED_2027, name)),
  },
  tables: CHANGED_2027,
};
