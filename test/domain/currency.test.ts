import { describe, expect, test } from "vitest";
import { inEuros, parseCurrency, parseRate, rateOn, readRates } from "../../src/domain/currency.ts";
import { PorteError } from "../../src/errors.ts";

const ECB = [
  ["Date", "USD", "GBP", "TRY", ""],
  ["2026-11-06", "1.0832", "0.8571", "N/A", ""],
  ["2026-11-05", "1.0800", "0.8560", "", ""],
];

describe("a table of rates", () => {
  test("is read as the central bank writes it, or line by line", () => {
    expect(readRates(ECB)).toEqual({
      USD: { "2026-11-06": 1.0832, "2026-11-05": 1.08 },
      GBP: { "2026-11-06": 0.8571, "2026-11-05": 0.856 },
    });
    expect(
      readRates([
        ["date", "currency", "rate"],
        ["2026-11-06", "chf", "0.9300"],
      ]),
    ).toEqual({
      CHF: { "2026-11-06": 0.93 },
    });
  });

  test.each<[string, string[][]]>([
    [
      "without a day",
      [
        ["Date", "USD"],
        ["06/11/2026", "1.08"],
      ],
    ],
    [
      "with a rate that is none",
      [
        ["Date", "USD"],
        ["2026-11-06", "abc"],
      ],
    ],
    [
      "with a rate of zero",
      [
        ["Date", "USD"],
        ["2026-11-06", "0"],
      ],
    ],
    [
      "of nothing",
      [
        ["Date", "Taux"],
        ["2026-11-06", "1.08"],
      ],
    ],
    ["that is empty", []],
  ])("%s is refused", (_name, rows) => {
    expect(() => readRates(rows)).toThrow(PorteError);
  });

  test("gives the rate of the day, or the last one before it within a week", () => {
    const table = readRates(ECB);
    expect(rateOn(table, "USD", "2026-11-06")).toEqual({ perEuro: 1.0832, day: "2026-11-06" });
    expect(rateOn(table, "USD", "2026-11-08").day).toBe("2026-11-06");
    for (const [currency, day] of [
      ["USD", "2026-11-14"],
      ["USD", "2026-11-04"],
      ["CHF", "2026-11-06"],
    ] as const)
      expect(() => rateOn(table, currency, day)).toThrow(PorteError);
  });
});

test("an amount is worth its units over the rate, to the cent", () => {
  expect(inEuros(4_500, { perEuro: 1.0832, day: null })).toBe(4_154);
  expect(inEuros(1, { perEuro: 160.25, day: null })).toBe(0);
  expect(parseRate("1,0832")).toBe(1.0832);
  expect(parseCurrency(" usd ")).toBe("USD");
  for (const text of ["0", "-1", "1.2.3", "", "un"]) expect(() => parseRate(text)).toThrow(PorteError);
  for (const text of ["US", "DOLLAR", "12A", ""]) expect(() => parseCurrency(text)).toThrow(PorteError);
});
