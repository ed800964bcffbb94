import { describe, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { LEGISLATION, type Legislation } from "../../src/payroll/legislation.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation } from "../../src/payroll/situation.ts";
import { EXAMINERS, SITUATIONS } from "./examiners.ts";
import { neutralGrid } from "./oracle.ts";

describe("the law as rows", () => {
  for (const [name, examine] of EXAMINERS)
    test(`${name}: equal to the cent to what is worked out by hand from the texts`, examine);

  test("the neutral grids are those of Urssaf's own rules, band by band", () => {
    const bands = (month: string) => bindLaw(month, defaultSituation(month)).neutralBands;

    expect(bands("2024-06")).toEqual(neutralGrid(2025, "01/01/2024"));
    expect(bands("2025-04")).toEqual(neutralGrid(2025, "01/01/2024"));
    expect(bands("2025-05")).toEqual(neutralGrid(2025, "01/05/2025"));
    expect(bands("2026-11")).toEqual(neutralGrid(2026, "01/01/2026"));
  });

  test("from December 2024 to January 2025 no rate changes, and within 2024 AGS alone does", () => {
    const rates = (month: string, index: number) =>
      bindLaw(month, SITUATIONS[index] ?? defaultSituation(month)).contributions.map(
        ({ code, base, employeePpm, employerPpm, complementPpm }) => [
          code,
          base,
          employeePpm,
          employerPpm,
          complementPpm,
        ],
      );
    const withoutAgs = (month: string, index: number) => rates(month, index).filter(([code]) => code !== "ags");

    SITUATIONS.forEach((_, index) => {
      expect(rates("2025-01", index)).toEqual(rates("2024-12", index));
      expect(withoutAgs("2024-12", index)).toEqual(withoutAgs("2024-01", index));
    });
  });

  test("a month outside the years that were checked is an error that names them", () => {
    for (const month of ["2023-12", "2027-01"]) {
      const ask = () => bindLaw(month, defaultSituation("2026-01"));

      expect(ask).toThrow(PorteError);
      expect(ask).toThrow(expect.objectContaining({ facts: { month, first: 2024, last: 2026 } }));
    }
  });

  test("a year is added by rows alone", () => {
    const text = { title: "An imaginary text", of: "2026-12-20", published: null, link: null };
    const law: Legislation = {
      ...LEGISLATION,
      lastYear: 2027,
      pmss: { ...LEGISLATION.pmss, steps: [...LEGISLATION.pmss.steps, { from: "2027-01-01", value: 410_000, text }] },
      contributions: LEGISLATION.contributions.map((one) =>
        one.code === "csa" && typeof one.employer === "object"
          ? {
              ...one,
              employer: {
                ...one.employer,
                steps: [...one.employer.steps, { from: "2027-01-01", value: 10_000, text }],
              },
            }
          : one,
      ),
    };
    const situation = defaultSituation("2026-12");

    const before = payslip(bindLaw("2026-12", situation, undefined, law), 500_000, "neutral");
    const after = payslip(bindLaw("2027-01", situation, undefined, law), 500_000, "neutral");

    const line = (slip: typeof after, code: string) => slip.lines.find((one) => one.code === code);
    expect(line(before, "csa")?.employerCents).toBe(1_500);
    expect(line(after, "csa")?.employerCents).toBe(5_000);
    expect(line(after, "oldAgeCapped")).toMatchObject({ baseCents: 410_000, employeeCents: 28_290 });
    expect(bindLaw("2027-01", situation, undefined, law).contributions.find(({ code }) => code === "csa")?.source).toBe(
      "An imaginary text du 20/12/2026, depuis le 01/01/2027",
    );
    expect(() => bindLaw("2028-01", situation, undefined, law)).toThrow(PorteError);
  });

  test("every line of every situation names a text of law", () => {
    for (const situation of SITUATIONS)
      for (const month of ["2024-01", "2025-06", "2026-12"])
        for (const { code, source } of bindLaw(month, situation).contributions) expect(source, code).not.toBe("");
  });
});

describe("less than a whole month, or than full time", () => {
  test("the ceilings and the SMIC follow calendar days and working time", () => {
    const whole = defaultSituation("2026-11");
    const half = bindLaw("2026-11", { ...whole, workTimePpm: 500_000 });
    const tenDays = bindLaw("2026-11", { ...whole, presentDays: 10 });
    const both = bindLaw("2026-11", { ...whole, presentDays: 15, workTimePpm: 800_000 });

    expect(half.ceilings).toMatchObject({ pmssCents: 200_250, smicTwelfths: (1_231 * 1_820) / 2 });
    expect(tenDays.ceilings).toMatchObject({ pmssCents: 133_500, smicTwelfths: (1_231 * 1_820) / 3 });
    expect(both.ceilings.pmssCents).toBe(160_200);
    expect(payslip(tenDays, 200_000, "neutral").lines.find(({ code }) => code === "oldAgeCapped")?.baseCents).toBe(
      133_500,
    );
  });

  test("half the pay for half the time earns half the reduction", () => {
    const situation = defaultSituation("2026-11");
    const whole = payslip(bindLaw("2026-11", situation), 300_000, 0);
    const half = payslip(bindLaw("2026-11", { ...situation, workTimePpm: 500_000 }), 150_000, 0);

    expect(half.generalReductionCents * 2).toBe(whole.generalReductionCents);
  });

  test("a short fixed-term contract is taxed on less at the neutral rate, and not at a personal one", () => {
    const situation = { ...defaultSituation("2026-11"), contract: "cdd", isShort: true } as const;
    const long = payslip(bindLaw("2026-11", { ...situation, isShort: false }), 300_000, "neutral");
    const short = payslip(bindLaw("2026-11", situation), 300_000, "neutral");

    expect(short.netTaxableCents).toBe(long.netTaxableCents);
    expect(short.withholdingPpm).toBeLessThan(long.withholdingPpm);
    expect(short.withholdingCents).toBe(Math.round(((short.netTaxableCents - 76_600) * short.withholdingPpm) / 1e6));
    expect(payslip(bindLaw("2026-11", situation), 300_000, 50_000).withholdingCents).toBe(
      payslip(bindLaw("2026-11", { ...situation, isShort: false }), 300_000, 50_000).withholdingCents,
    );
  });
});
