import { expect, test } from "vitest";
import type { Dated } from "../../src/domain/dated.ts";
import { LEGISLATION } from "../../src/payroll/legislation.ts";
import type { Band } from "../../src/payroll/parameters/neutral-rate.ts";
import type { ReducedRateLimit, ReductionTerms } from "../../src/payroll/parameters/reduction.ts";
import { MINIMUM_PAY } from "../../src/portage/terms.ts";
import { EXAMINERS } from "./examiners.ts";

/** One number of one row of the law, and the unit of its last digit. */
interface Figure {
  readonly name: string;
  readonly unit: number;
  read(): number;
  write(value: number): void;
}

const EURO = 100;
const TENTH_OF_PERCENT = 1_000;
/** Rates are printed with two decimals, some with three. */
const unitOf = (ppm: number) => (ppm % 100 === 0 ? 100 : 10);

/** The figure at a key of an object that the law holds: rows are read-only for everybody but this test. */
function figure<Key extends string | number>(name: string, held: object, key: Key, unit: number): Figure {
  const open = held as Record<Key, number>;
  const write = (value: number) => {
    open[key] = value;
  };
  return { name: `${name}.${key}`, unit, read: () => open[key], write };
}

function plain({ name, steps }: Dated<number>, unit: number | ((value: number) => number)): Figure[] {
  return steps.map((step) =>
    figure(`${name} ${step.from}`, step, "value", typeof unit === "number" ? unit : unit(step.value)),
  );
}

function fields<Value extends object>(
  { name, steps }: Dated<Value>,
  units: Readonly<Record<string, number>>,
): Figure[] {
  return steps.flatMap(({ from, value }) =>
    Object.entries(units).map(([key, unit]) => figure(`${name} ${from}`, value, key, unit)),
  );
}

function grid({ name, steps }: Dated<readonly Band[]>): Figure[] {
  return steps.flatMap(({ from, value }) =>
    value.flatMap((band, index) => [
      ...(Number.isFinite(band.belowCents) ? [figure(`${name} ${from} ${index}`, band, "belowCents", EURO)] : []),
      figure(`${name} ${from} ${index}`, band, "ratePpm", TENTH_OF_PERCENT),
    ]),
  );
}

const LIMIT_UNITS: Readonly<Record<keyof Omit<ReducedRateLimit, "frozenOn">, number>> = {
  frozenHundredths: 1,
  currentHundredths: 1,
};
const REDUCTION_UNITS: Readonly<Record<keyof ReductionTerms, number>> = {
  leastPpm: 100,
  slopeFrom50Ppm: 100,
  slopeUnder50Ppm: 100,
  endsAtSmics: 0.1,
  divisor: 0.1,
  power: 0.01,
};

/** Every figure of the law. Several contributions may share one dated rate: it is one row. */
function figures(): Figure[] {
  const law = LEGISLATION;
  const rates = law.contributions.flatMap(({ employee, employer, complement }) => [
    employee,
    employer,
    complement?.employer,
  ]);
  const dated = new Set(rates.filter((rate) => typeof rate === "object"));
  return [
    ...[...dated].flatMap((rate) => plain(rate, unitOf)),
    ...plain(law.pmss, EURO),
    ...plain(law.smicHourly, 1),
    ...plain(law.workAccidentMean, 100),
    ...plain(law.shortContractAbatement, EURO),
    ...fields(law.healthLimit, LIMIT_UNITS),
    ...fields(law.familyLimit, LIMIT_UNITS),
    ...fields(law.generalReduction, REDUCTION_UNITS),
    ...grid(law.neutralRate),
    ...fields(MINIMUM_PAY, { first: 1, junior: 1, senior: 1, expert: 1 }),
  ];
}

/** CI tries one figure in three, those that the seed chooses; `npm run check:mutations` tries them all. */
const ONE_IN = process.env.PORTE_MUTATIONS === "all" ? 1 : 3;
const SEED = Number(process.env.PORTE_MUTATION_SEED ?? 1);

/** A limit that no SMIC reaches and a rate that nothing is taken at cannot be lower: only what is more is tried. */
function changesOf({ read, unit }: Figure): number[] {
  const value = read();
  return value === 0 ? [value + unit] : [value - unit, value + unit];
}

function isNoticed(): boolean {
  return EXAMINERS.some(([, examine]) => {
    try {
      examine();
      return false;
    } catch {
      return true;
    }
  });
}

test("a row that is off by one unit of its last digit makes a test fail, whichever it is", { timeout: 600_000 }, () => {
  const all = figures();
  const chosen = all.filter((_one, index) => index % ONE_IN === SEED % ONE_IN);
  const missed: string[] = [];
  let tried = 0;
  for (const one of chosen) {
    const value = one.read();
    for (const changed of changesOf(one)) {
      one.write(changed);
      tried += 1;
      if (!isNoticed()) missed.push(`${one.name}: ${value} -> ${changed}`);
    }
    one.write(value);
  }
  console.log(
    `mutations: ${chosen.length} of ${all.length} figures of the law, seed ${SEED}, ${tried} changes, ${tried - missed.length} noticed`,
  );

  expect(missed).toEqual([]);
  expect(isNoticed()).toBe(false);
});
