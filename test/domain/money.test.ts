import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCount, parseEuros, parsePercent, plainEuros, share, toEuros } from "../../src/domain/money.ts";
import { PorteError } from "../../src/errors.ts";
import { englishFormat, frenchFormat } from "../../src/i18n/format.ts";

/** The failure that a reading ends with. */
function failureOf(read: () => unknown): PorteError {
  try {
    read();
  } catch (failure) {
    if (failure instanceof PorteError) return failure;
    throw failure;
  }
  throw new Error("nothing failed");
}

describe("amounts typed by people", () => {
  test.each([
    ["1234.56", 123_456],
    ["1234,56", 123_456],
    ["1 234,56", 123_456],
    ["1 234,56 €", 123_456],
    ["1\u202f234,5", 123_450],
    ["1.234,50", 123_450],
    ["1,234.50", 123_450],
    ["1.234.567", 123_456_700],
    ["0,05", 5],
    ["-12", -1200],
    ["\u221212,30", -1230],
    ["10 000 000", 1_000_000_000],
  ])("%s is %i cents", (text, cents) => {
    expect(parseEuros(text)).toBe(cents);
  });

  test.each(["1.500", "15,000", "1,234"])("%s has two readings, and both are shown", (text) => {
    const failure = failureOf(() => parseEuros(text));

    expect(failure.code).toBe("input.amount_ambiguous");
    expect((failure.facts as { readings: string[] }).readings).toHaveLength(2);
  });

  test.each(["", "abc", "1,2,3", "12.345,6.7", "1e3", "0x10", "1,234,56", "12,345", "--5", "∞", "١٢"])(
    "%j is no amount, or not one for sure",
    (text) => {
      expect(failureOf(() => parseEuros(text)).code).toMatch(/^input\.amount/);
    },
  );

  test.each(["0.001", "0,005", "12.3456"])("%s has a part of a cent, and one reading at most", (text) => {
    expect(failureOf(() => parseEuros(text)).code).toBe("input.amount");
  });

  test("whatever is written is read back, in each language", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
        expect(parseEuros(plainEuros(cents))).toBe(cents);
        expect(parseEuros(frenchFormat.euros(cents))).toBe(cents);
        expect(parseEuros(englishFormat.euros(cents).replace("€", ""))).toBe(cents);
        expect(Math.round(toEuros(cents) * 100)).toBe(cents);
      }),
    );
  });
});

describe("rates", () => {
  test("are always in percent, with or without their sign", () => {
    expect(parsePercent("7")).toBe(70_000);
    expect(parsePercent("0,9 %")).toBe(9_000);
    expect(parsePercent("0.0016")).toBe(16);
    for (const text of ["101", "-1", "", "seven", "0.00001"])
      expect(failureOf(() => parsePercent(text)).code).toBe("input.rate");
  });

  test("a share is the exact product rounded half away from zero", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (base, ppm) => {
          const exact = BigInt(base) * BigInt(ppm);
          const size = exact < 0n ? -exact : exact;
          const rounded = (size * 2n + 1_000_000n) / 2_000_000n;

          expect(BigInt(share(base, ppm))).toBe(exact < 0n ? -rounded : rounded);
        },
      ),
    );
    expect(share(150, 10_000)).toBe(2);
    expect(share(-150, 10_000)).toBe(-2);
  });
});

test("a count is whole and within its limits", () => {
  expect(parseCount("12", 1, 12)).toBe(12);
  for (const text of ["0", "13", "1.5", "", "twelve", "-1"])
    expect(failureOf(() => parseCount(text, 1, 12)).code).toBe("input.count");
});
