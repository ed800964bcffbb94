import { describe, expect, test } from "vitest";
import { inEuros, parseCurrency, parseRate, rateOn } from "../../src/domain/currency.ts";
import { PorteError } from "../../src/errors.ts";

const ECB = { USD: { "2026-11-06": 1.0832, "2026-11-05": 1.08 }, GBP: { "2026-11-06": 0.8571 } };

describe("a table of rates", () => {
  test("gives the rate of the day, or the last one before it within a week", () => {
    expect(rateOn(ECB, "USD", "2026-11-06")).toEqual({ perEuro: 1.0832, day: "2026-11-06" });
    expect(rateOn(ECB, "USD", "2026-11-08").day).toBe("2026-11-06");
    for (const [currency, day] of [
      ["USD", "2026-11-14"],
      ["USD", "2026-11-04"],
      ["CHF", "2026-11-06"],
    ] as const)
      expect(() => rateOn(ECB, currency, day)).toThrow(PorteError);
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
