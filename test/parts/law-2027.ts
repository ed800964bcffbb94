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

const km = (upTo: number | null, perKm: number, plusEuros: number) => ({ upTo, perKm, plusEuros });
const row = (kind: string, leastPower: number, mostPower: number | null, perKm: number) => ({
  kind,
  leastPower,
  mostPower,
  bands: [km(5_000, perKm, 0), km(null, perKm / 2, 1_000)],
});

/** A euro a kilometre for a car of five horsepower and more up to 5 000, half of it and 1 000 € beyond; the others by as little. */
export const SCALE_2027 = {
  rows: [row("car", 1, 4, 0.6), row("car", 5, null, 1), row("motorcycle", 1, null, 0.5), row("moped", 1, null, 0.4)],
  electric: 1.5,
};

/** The rows of 2027 that expenses and reports are judged by, made up so that anybody can work them out. */
export const RULES_2027 = {
  schema: 1,
  name: "2027-rules",
  unchanged: {
    until: "2027-12-31",
    checkedBy: "the tests",
    tables: ["longStays", "lodgingVatDeduction", "transportVatDeduction", "vatNormal", "vatIntermediate"],
  },
  tables: {
    mileageScale: since2027(SCALE_2027),
    expenseLimits: since2027({
      "meal-workplace": 8,
      "meal-away": 12,
      "meal-restaurant": 25,
      "lodging-paris": 90,
      "lodging-elsewhere": 60,
    }),
    telework: since2027({ day: 3, month: 60 }),
    mealVouchers: since2027({ mostEuros: 8, least: 50, mostPercent: 60 }),
    "day-hours": since2027(9),
  },
} as const;
