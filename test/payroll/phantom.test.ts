import { expect, test } from "vitest";
import { bindLaw } from "../../src/payroll/law.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation } from "../../src/payroll/situation.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { EXAMINERS } from "./examiners.ts";
import { openOracle } from "./oracle.ts";
import { compareCase } from "./oracle-cases.ts";
import { PHANTOMS } from "./phantom.ts";
import { unmet } from "./published/example.ts";
import { PUBLISHED } from "./published/examples.ts";

const MONTHLY = EXAMINERS.filter(([name]) => name.startsWith("the lines of"));

test("a phantom contribution of 0.15 % makes the examiner of every month fail, whatever its code and its payer", () => {
  for (const { name, law } of PHANTOMS)
    for (const [examiner, examine] of MONTHLY) expect(() => examine(law), `${examiner}, ${name}`).toThrow();
});

test("a phantom contribution makes the comparison with Urssaf's rules fail, whatever its code and its payer", () => {
  const oracle = openOracle(2026);
  const situation = { ...defaultSituation("2026-11"), branch: "none" } as const;
  oracle.ask("2026-11", 500_000, situation);
  const compare = (reading: { law?: (typeof PHANTOMS)[number]["law"] }) =>
    compareCase(
      oracle,
      { month: "2026-11", situation },
      payslip(bindLaw("2026-11", situation, NEW_YEAR, reading), 500_000, 0),
    );

  expect(() => compare({})).not.toThrow();
  for (const { name, law } of PHANTOMS) expect(() => compare({ law }), name).toThrow();
});

test("a phantom contribution makes every published payslip fail, whatever its code and its payer", () => {
  const whole = PUBLISHED.filter(({ isWhole }) => isWhole);

  expect(whole.length).toBeGreaterThanOrEqual(10);
  for (const { name, law } of PHANTOMS)
    for (const example of whole) expect(unmet(example, law), `${example.title}, ${name}`).not.toEqual([]);
});
