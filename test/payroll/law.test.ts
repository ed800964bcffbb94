import { describe, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { LEGISLATION, type Legislation, monthTables, payDateTables } from "../../src/payroll/legislation.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation } from "../../src/payroll/situation.ts";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { EXAMINERS, SITUATIONS } from "./examiners.ts";

/** The law as if somebody had checked every table until a day. */
function until(checkedUntil: string, law: Legislation): Legislation {
  const later = <Table extends object>(table: Table): Table => ({ ...table, checkedUntil });
  const rate = <Rate>(one: Rate): Rate => (typeof one === "object" && one !== null ? later(one) : one);
  return {
    ...law,
    contributions: law.contributions.map((one) => ({
      ...one,
      ...(one.employee === undefined ? {} : { employee: rate(one.employee) }),
      ...(one.employer === undefined ? {} : { employer: rate(one.employer) }),
      ...(one.complement === undefined
        ? {}
        : { complement: { ...one.complement, employer: later(one.complement.employer) } }),
    })),
    pmss: later(law.pmss),
    smicHourly: later(law.smicHourly),
    reductionSmicHourly: later(law.reductionSmicHourly),
    workAccidentMean: later(law.workAccidentMean),
    healthLimit: later(law.healthLimit),
    familyLimit: later(law.familyLimit),
    generalReduction: later(law.generalReduction),
    neutralRate: {
      metropole: later(law.neutralRate.metropole),
      "guadeloupe-reunion-martinique": later(law.neutralRate["guadeloupe-reunion-martinique"]),
      "guyane-mayotte": later(law.neutralRate["guyane-mayotte"]),
    },
    shortContractAbatement: later(law.shortContractAbatement),
    minimumPay: later(law.minimumPay),
    minimumWithReserve: later(law.minimumWithReserve),
    businessContribution: later(law.businessContribution),
    endOfContract: later(law.endOfContract),
    paidLeave: later(law.paidLeave),
    reserve: later(law.reserve),
  };
}

describe("the law as rows", () => {
  for (const [name, examine] of EXAMINERS)
    test(`${name}: equal to the cent to what is worked out by hand from the texts`, () => examine(LEGISLATION));

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

  test("a month before the first row, or a payroll past the last day that was checked, is an error that names them", () => {
    for (const month of ["2023-12", "2027-01"]) {
      const ask = () => bindLaw(month, defaultSituation("2026-01"));

      expect(ask).toThrow(PorteError);
      expect(ask).toThrow(
        expect.objectContaining({
          facts: expect.objectContaining({ month, first: "2024-01-01", last: "2026-12-31" }),
        }),
      );
    }
    expect(() => bindLaw("2023-12", defaultSituation("2026-01"), NEW_YEAR, { mayEstimate: true })).toThrow(PorteError);
    expect(bindLaw("2027-01", defaultSituation("2026-12"), NEW_YEAR, { mayEstimate: true })).toMatchObject({
      monthCheckedUntil: "2026-12-31",
      payDateCheckedUntil: "2026-12-31",
    });
  });

  test("each table was checked until a day of its own, and one alone that was not makes a payroll refuse", () => {
    const tables = [...monthTables(LEGISLATION), ...payDateTables(LEGISLATION)];
    expect(new Set(tables.map(({ checkedUntil }) => checkedUntil))).toEqual(new Set(["2026-12-31"]));
    const law: Legislation = { ...LEGISLATION, pmss: { ...LEGISLATION.pmss, checkedUntil: "2026-09-30" } };

    expect(() => bindLaw("2026-10", defaultSituation("2026-10"), NEW_YEAR, { law })).toThrow(
      expect.objectContaining({
        facts: { month: "2026-10", first: "2024-01-01", last: "2026-09-30", tables: ["pmss"] },
      }),
    );
    expect(bindLaw("2026-09", defaultSituation("2026-09"), NEW_YEAR, { law }).monthCheckedUntil).toBeNull();
  });

  test("pay of a checked month that is received after the last checked day needs its grid, and a personal rate does not", () => {
    const late = bindLaw("2026-12", { ...defaultSituation("2026-12"), payDate: "2027-01-05" });

    expect(() => payslip(late, 300_000, "neutral")).toThrow(expect.objectContaining({ code: "law.not_covered" }));
    expect(payslip(late, 300_000, 50_000).withholdingPpm).toBe(50_000);
  });

  test("a row is added to the law by a step and a later checked day alone", () => {
    const text = { title: "An imaginary text", of: "2026-12-20", published: null, link: null };
    const law: Legislation = {
      ...until("2027-12-31", LEGISLATION),
      pmss: {
        ...LEGISLATION.pmss,
        checkedUntil: "2027-12-31",
        steps: [...LEGISLATION.pmss.steps, { from: "2027-01-01", value: 410_000, text }],
      },
    };
    const situation = defaultSituation("2026-12");

    const slip = payslip(bindLaw("2027-01", situation, NEW_YEAR, { law }), 500_000, "neutral");

    expect(slip.lines.find(({ code }) => code === "oldAgeCapped")).toMatchObject({
      baseCents: 410_000,
      employeeCents: 28_290,
    });
    expect(() => bindLaw("2028-01", situation, NEW_YEAR, { law })).toThrow(PorteError);
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
    const fifteenDays = bindLaw("2026-11", { ...whole, presentDays: 15 });
    const both = bindLaw("2026-11", { ...whole, presentDays: 15, workTimePpm: 800_000 });

    expect(half.ceilings).toMatchObject({ pmssCents: 200_250, smicTwelfths: (1_202 * 1_820) / 2 });
    expect(tenDays.ceilings.pmssCents).toBe(133_500);
    expect(fifteenDays.ceilings).toMatchObject({ pmssCents: 200_250, smicTwelfths: (1_202 * 1_820) / 2 });
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
