import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noDeductionOf } from "../../src/domain/expense-limits.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { assertVat, parseVat, typedVat, type VatLine, vatPpms } from "../../src/domain/vat.ts";

const VAT_PPMS = vatPpms(DOMAIN_LAW);
const lines = (...given: [number | null, number][]): VatLine[] =>
  given.map(([ratePpm, vatCents]) => ({ ratePpm, vatCents }));
const failureOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (failure) {
    return (failure as { code: string }).code;
  }
};

describe("a tax that is typed", () => {
  test.each<[string, VatLine[]]>([
    ["4,84", lines([null, 484])],
    ["1 234,50", lines([null, 123_450])],
    ["0", []],
    ["", []],
    ["10=3,64", lines([100_000, 364])],
    ["10=3,64 20=1,20", lines([100_000, 364], [200_000, 120])],
    ["10%=3.64; 5,5=1 234,50", lines([100_000, 364], [55_000, 123_450])],
    ["8.5=2 20=0", lines([85_000, 200])],
  ])("%j is read by rate", (text, expected) => {
    expect(parseVat(text, DOMAIN_LAW)).toEqual(expected);
  });

  test.each([
    ["19,6=3", "expense.vat_rate"],
    ["=3", "expense.vat_rate"],
    ["x=3", "expense.vat_rate"],
    ["10=", "input.amount"],
    ["10=3,123,4", "input.amount"],
    ["15,000", "input.amount_ambiguous"],
    ["ten", "input.amount"],
  ])("%j is refused with %s", (text, code) => {
    expect(failureOf(() => parseVat(text, DOMAIN_LAW))).toBe(code);
  });

  test("what is written is read again as it was", () => {
    const line = fc.record({ vatCents: fc.integer({ min: 1, max: 100_000 }) });
    const vat = fc.tuple(...VAT_PPMS.map((ratePpm) => fc.option(line.map((one) => ({ ratePpm, ...one })))));
    fc.assert(
      fc.property(vat, (some) => {
        const said = some.filter((one) => one !== null);
        expect(parseVat(typedVat(said), DOMAIN_LAW)).toEqual(said);
      }),
    );
  });
});

test("a tax that is its rate's share of the whole always fits, rounded line by line or at once", () => {
  const rate = fc.constantFrom(...VAT_PPMS);
  fc.assert(
    fc.property(
      rate,
      fc.integer({ min: 20, max: 1_000_000 }),
      fc.integer({ min: -1, max: 1 }),
      (ratePpm, amount, off) => {
        const vatCents = Math.round((amount * ratePpm) / (1_000_000 + ratePpm)) + off;
        const most = Math.ceil(amount / 6);
        if (vatCents > 0 && vatCents <= most) assertVat(lines([ratePpm, vatCents]), amount, "2026-11-19", DOMAIN_LAW);
        expect(failureOf(() => assertVat(lines([ratePpm, vatCents + 4]), amount, "2026-11-19", DOMAIN_LAW))).toBe(
          "expense.vat",
        );
      },
    ),
  );
});

test.each([
  ["lodging", "CGI, annexe II, art. 206, IV-2, 2°"],
  ["transport", "CGI, annexe II, art. 206, IV-2, 5°"],
  ["mileage", "CGI, annexe II, art. 206, IV-2, 5°"],
  ["restaurant", null],
  ["telecom", null],
] as const)("the tax of %s: never got back by %s", (category, source) => {
  expect(noDeductionOf(category, "2026-11-19", DOMAIN_LAW)).toBe(source);
});
