import { parseDay, parseMonth } from "../domain/calendar.ts";
import { type Cents, type Ppm, plainEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { LEVELS } from "../payroll/parameters/agreement.ts";
import { TAX_ZONES } from "../payroll/parameters/neutral-rate.ts";
import { BRANCHES, CATEGORIES, CONTRACTS, WHOLE_FORFAIT } from "../payroll/situation.ts";
import type { Asked } from "./asked.ts";
import { PARTIAL_MONTHS } from "./presence.ts";
import { type Charge, FEE_BASES, LEAVE_MODES, RESERVE_BASES } from "./terms.ts";

/** How one field of a batch row is read. */
type Reader = (value: unknown, name: string, today: string) => unknown;

const MILLION = 1_000_000;
/** A product of a decimal and a power of ten is this near to its whole number. */
const HAIR = 1e-6;

function wholeOf(value: unknown, name: string, times: number): number {
  const product = typeof value === "number" ? value * times : Number.NaN;
  const whole = Math.round(product);
  if (!(Math.abs(product - whole) < Math.max(HAIR, Math.abs(product) * 1e-12)))
    throw new PorteError("input.amount", { value: `${name}: ${JSON.stringify(value)}` });
  return whole;
}

const euros: Reader = (value, name): Cents => {
  const cents = wholeOf(value, name, 100);
  if (cents < 0)
    throw new PorteError("input.amount_range", { value: plainEuros(cents), least: "0", most: "1000000.00" });
  return cents;
};

/** A rate as a fraction, as JSON has it: 0.07 is 7 %. */
const fraction: Reader = (value, name): Ppm => {
  const ppm = typeof value === "number" ? Math.round(value * MILLION) : Number.NaN;
  if (!(ppm >= 0 && ppm <= MILLION))
    throw new PorteError("input.fraction", { value: `${name}: ${JSON.stringify(value)}`, least: 0, most: 1 });
  return ppm;
};

/** A share of full time: 0.01 at least, as on the command line. */
const partOfWhole: Reader = (value, name, today) => {
  const ppm = fraction(value, name, today) as Ppm;
  if (ppm < LEAST_PART_PPM)
    throw new PorteError("input.fraction", { value: `${name}: ${JSON.stringify(value)}`, least: 0.01, most: 1 });
  return ppm;
};
const LEAST_PART_PPM: Ppm = 10_000;

const count =
  (least: number, most: number, step = 1): Reader =>
  (value, name) => {
    if (typeof value !== "number" || !Number.isInteger(value / step) || value < least || value > most)
      throw new PorteError("input.count", { value: `${name}: ${JSON.stringify(value)}`, least, most });
    return value;
  };

const choice =
  (choices: readonly unknown[]): Reader =>
  (value, name) => {
    if (!choices.includes(value))
      throw new PorteError("usage.choice", {
        option: name,
        value: JSON.stringify(value),
        choices: choices.map(String),
      });
    return value;
  };

const reserveBase = choice(RESERVE_BASES);

/** Charges outside the fee: `[{"name":"médecine du travail","rate":0.001}]`, or an `amount` in euros a month. */
const charges: Reader = (value, name, today): readonly Charge[] => {
  if (!Array.isArray(value)) throw new PorteError("input.charge", { value: `${name}: ${JSON.stringify(value)}` });
  return value.map((one: { name?: unknown; rate?: unknown; amount?: unknown } | null) => {
    const isNamed = typeof one?.name === "string" && one.name.trim() !== "";
    if (!isNamed || (one.rate === undefined) === (one.amount === undefined))
      throw new PorteError("input.charge", { value: `${name}: ${JSON.stringify(one)}` });
    return one.rate === undefined
      ? { name: String(one.name), amountCents: euros(one.amount, name, today) as Cents }
      : { name: String(one.name), ratePpm: fraction(one.rate, name, today) as Ppm };
  });
};

const READERS: Readonly<Record<keyof Asked, Reader>> = {
  tjm: euros,
  days: count(0.5, 31, 0.5),
  turnover: euros,
  gross: euros,
  net: euros,
  paid: euros,
  fee: fraction,
  feeCap: (value, name, today) => (value === null ? null : euros(value, name, today)),
  feeBase: choice(FEE_BASES),
  charges: charges,
  expenses: euros,
  reserve: (value, name, today) => (value === "none" ? 0 : fraction(value, name, today)),
  reserveBase: (value, name, today) =>
    typeof value === "number" ? euros(value, name, today) : reserveBase(value, name, today),
  leave: choice(LEAVE_MODES),
  date: (value, _name, today) => parseMonth(String(value), today),
  category: choice(CATEGORIES),
  contract: choice(CONTRACTS),
  contractMonths: count(1, 36),
  level: choice(LEVELS),
  branch: choice(BRANCHES),
  headcount: count(1, MILLION),
  workAccidentRate: fraction,
  mobilityRate: fraction,
  apprenticeShare: fraction,
  healthPlan: euros,
  healthPlanEmployerShare: fraction,
  providentRate: fraction,
  providentEmployeeRate: fraction,
  providentT2Rate: fraction,
  providentT2EmployeeRate: fraction,
  alsaceMoselle: choice([true, false]),
  workTime: partOfWhole,
  forfaitDays: count(1, WHOLE_FORFAIT),
  presentDays: count(1, 31),
  fullPay: euros,
  partialMonth: choice(PARTIAL_MONTHS),
  payDate: (value) => parseDay(String(value)),
  taxZone: choice(TAX_ZONES),
  taxRate: (value, name, today) =>
    value === "neutral" || value === "non-resident" ? value : fraction(value, name, today),
};

/**
 * Reads one row of a batch: an object with the names of the command line in camelCase, amounts in euros, rates as fractions.
 * @throws {PorteError} `usage.unknown_option` for a name that is none, `input.*`, `usage.choice`; a `SyntaxError` for no JSON.
 */
export function readRow(line: string, today: string): Asked {
  const row: unknown = JSON.parse(line);
  if (typeof row !== "object" || row === null || Array.isArray(row)) throw new SyntaxError("not an object");
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const reader = Object.hasOwn(READERS, name) ? READERS[name as keyof Asked] : undefined;
      if (reader === undefined) throw new PorteError("usage.unknown_option", { option: name, suggestion: null });
      return [name, reader(value, name, today)];
    }),
  );
}
