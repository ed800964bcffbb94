import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallestGross } from "../../src/payroll/inverse.ts";
import { type BoundLaw, bindLaw } from "../../src/payroll/law.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation } from "../../src/payroll/situation.ts";
import type { TaxRate } from "../../src/payroll/withholding.ts";
import { after } from "../../src/payroll/year.ts";
import { dailyRateFor, type NetTarget, turnoverFor } from "../../src/portage/inverse.ts";
import { turnoverOf } from "../../src/portage/simulate.ts";
import { solve } from "../../src/portage/waterfall.ts";
import { months, situations, terms } from "../parts/situations.ts";
import { TERMS } from "../parts/terms.ts";

/** How far around each threshold every cent is tried, and how many wishes chance makes: all by `npm run check:inverse`. */
const IS_WHOLE = process.env.PORTE_INVERSE === "all";
const WIDTH = IS_WHOLE ? 400 : 60;
const WISHES = IS_WHOLE ? 300 : 80;
/** One net in so many of a whole range is looked for. */
const EVERY = IS_WHOLE ? 97 : 211;
const LESS = IS_WHOLE ? 3_000 : 1_000;
const SEED = Number(process.env.PORTE_INVERSE_SEED ?? Math.floor(Date.now() / 86_400_000));
console.info(`inverse: every cent ${WIDTH} around each threshold, ${WISHES} wishes, seed ${SEED}`);

const FIGURES = ["netBeforeTaxCents", "netPaidCents"] as const;
type Figure = (typeof FIGURES)[number];

/** Searches the smallest gross pay cent by cent, from where nothing lower can reach the target. */
function exhaustive(netOf: (gross: number) => number, cents: number, from: number, to: number): number | null {
  for (let gross = from; gross <= to; gross += 1) if (netOf(gross) >= cents) return gross;
  return null;
}

/** Gross pays whose net is taken as a wish: around each ceiling and each band, and everywhere. */
function wishesAround(law: BoundLaw, taxRate: TaxRate, figure: Figure, gross: number): void {
  const from = Math.max(1, gross - WIDTH);
  const netOf = remembered((one) => payslip(law, one, taxRate)[figure]);
  const best = new Map<number, number>();
  let highest = Number.NEGATIVE_INFINITY;
  for (let one = from; one <= gross + WIDTH; one += 1) {
    const net = netOf(one);
    if (net > highest) {
      for (let cents = Math.max(highest + 1, net - 3); cents <= net; cents += 1) best.set(cents, one);
      highest = net;
    }
  }
  for (const [cents, expected] of best) {
    const found = smallestGross(law, taxRate, { figure, cents });
    expect(found, `${figure} ${cents}, from ${from}`).not.toBeNull();
    /** A smaller pay may reach it from before the window: then that one must reach it, and nothing under it near by. */
    const least = Math.min(found ?? 0, expected);
    expect(found).toBe(least);
    expect(netOf(least)).toBeGreaterThanOrEqual(cents);
    expect(exhaustive(netOf, cents, Math.max(1, least - 150), least - 1)).toBeNull();
  }
}

/** Computes each pay once: the windows of neighbouring wishes are nearly the same. */
function remembered(netOf: (gross: number) => number): (gross: number) => number {
  const known = new Map<number, number>();
  return (gross) => {
    const net = known.get(gross) ?? netOf(gross);
    known.set(gross, net);
    return net;
  };
}

/** Every net that no smaller pay reaches, with the pay that does, trying each cent from the first. */
function recordsOf(law: BoundLaw, figure: Figure, most: number): { cents: number; gross: number }[] {
  const records: { cents: number; gross: number }[] = [];
  let highest = 0;
  for (let gross = 1; gross <= most; gross += 1) {
    const cents = payslip(law, gross, "neutral")[figure];
    if (cents <= highest) continue;
    highest = cents;
    records.push({ cents, gross });
  }
  return records;
}

describe("from a net to the smallest gross pay", () => {
  /** Each month takes a third of the bands' edges, so that all of them are tried. */
  for (const [third, month] of ["2024-03", "2025-05", "2026-11"].entries())
    for (const figure of FIGURES)
      test(`is what trying every cent around each threshold finds: ${figure}, ${month}`, { timeout: 300_000 }, () => {
        const law = bindLaw(month, defaultSituation(month));
        const { pmssCents } = law.ceilings;
        const bandEdges = law.tax.neutralBands.slice(0, -1).flatMap(({ belowCents }) => {
          const gross = smallestGross(law, 0, { figure: "netBeforeTaxCents", cents: Math.round(belowCents * 0.96) });
          return gross === null || figure === "netBeforeTaxCents" ? [] : [gross];
        });
        for (const gross of [
          pmssCents,
          4 * pmssCents,
          8 * pmssCents,
          ...bandEdges.slice(0, 12).filter((_, index) => index % 3 === third),
        ])
          wishesAround(law, "neutral", figure, gross);
      });

  test("is what trying every cent below finds, for whole ranges of pay", { timeout: 300_000 }, () => {
    const law = bindLaw("2026-11", defaultSituation("2026-11"));
    for (const figure of FIGURES.filter((_, index) => IS_WHOLE || index === SEED % FIGURES.length)) {
      const records = recordsOf(law, figure, 450_000);
      for (let index = 0; index < records.length; index += EVERY) {
        const { cents, gross } = records[index] as (typeof records)[number];
        expect(smallestGross(law, "neutral", { figure, cents })).toBe(gross);
      }
    }
  });

  test("reaches the wish in any situation, and one cent less nearby does not", () => {
    fc.assert(
      fc.property(
        months,
        situations,
        fc.constantFrom(...FIGURES),
        fc.oneof(fc.constant("neutral" as const), fc.integer({ min: 0, max: 430_000 })),
        fc.integer({ min: 1, max: 3_000_000 }),
        (month, situation, figure, taxRate, cents) => {
          const law = bindLaw(month, situation);
          const gross = smallestGross(law, taxRate, { figure, cents });

          expect(gross).not.toBeNull();
          const found = gross ?? 0;
          const netOf = (one: number) => payslip(law, one, taxRate)[figure];
          expect(netOf(found)).toBeGreaterThanOrEqual(cents);
          expect(exhaustive(netOf, cents, Math.max(1, found - 300), found - 1)).toBeNull();
        },
      ),
      { numRuns: WISHES, seed: SEED },
    );
  });

  test("follows the year to date", () => {
    const situation = defaultSituation("2026-01");
    const january = bindLaw("2026-01", situation);
    const february = bindLaw("2026-02", situation, after(january, payslip(january, 200_000, "neutral")));
    const target = { figure: "netBeforeTaxCents", cents: 400_000 } as const;

    const found = smallestGross(february, "neutral", target) ?? 0;

    const netOf = (gross: number) => payslip(february, gross, "neutral").netBeforeTaxCents;
    expect(netOf(found)).toBeGreaterThanOrEqual(target.cents);
    expect(exhaustive(netOf, target.cents, found - 2_000, found - 1)).toBeNull();
    expect(found).not.toBe(smallestGross(january, "neutral", target));
  });

  test("is nothing where no pay reaches it", () => {
    const law = bindLaw("2026-11", defaultSituation("2026-11"));

    expect(smallestGross(law, "neutral", { figure: "netPaidCents", cents: 100_000_000 })).toBeNull();
  });
});

describe("from a net to the smallest turnover", () => {
  const paidFor = ({ law, flow, terms: agreed, taxRate, target }: NetTarget, turnoverCents: number): number => {
    try {
      return payslip(law, solve(law, { ...flow, turnoverCents }, agreed).grossCents, taxRate)[target.figure];
    } catch {
      return 0;
    }
  };

  test("is what trying every cent of turnover below finds", { timeout: 120_000 }, () => {
    const law = bindLaw("2026-11", defaultSituation("2026-11"));
    const flow = { expensesCents: 12_345, otherProvisionsCents: 0 };
    for (const figure of FIGURES)
      for (const cents of [220_000, 316_000, 317_500, 318_000, 400_000]) {
        const wish: NetTarget = { law, flow, terms: TERMS, taxRate: "neutral", target: { figure, cents } };
        const turnover = turnoverFor(wish);

        expect(paidFor(wish, turnover)).toBeGreaterThanOrEqual(cents);
        for (let less = turnover - 1; less > turnover - LESS; less -= 1)
          expect(paidFor(wish, less)).toBeLessThan(cents);
      }
  });

  test("reaches the wish under any terms, and the daily rate is the smallest in cents", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        situations,
        terms,
        fc.constantFrom(...FIGURES),
        fc.integer({ min: 100_000, max: 900_000 }),
        fc.integer({ min: 1, max: 44 }),
        (situation, agreed, figure, cents, halfDays) => {
          const law = bindLaw("2026-11", situation);
          const flow = { expensesCents: 0, otherProvisionsCents: 0 };
          const wish: NetTarget = { law, flow, terms: agreed, taxRate: "neutral", target: { figure, cents } };
          const turnover = turnoverFor(wish);
          const days = halfDays / 2;
          const rate = dailyRateFor(wish, days);

          expect(paidFor(wish, turnover)).toBeGreaterThanOrEqual(cents);
          expect(paidFor(wish, turnover - 1)).toBeLessThan(cents);
          expect(paidFor(wish, turnoverOf(rate, days))).toBeGreaterThanOrEqual(cents);
          for (let less = 1; less < 5; less += 1)
            expect(paidFor(wish, turnoverOf(rate - less, days))).toBeLessThan(cents);
        },
      ),
      { numRuns: Math.ceil(WISHES / 5), seed: SEED },
    );
  });

  test("says so when it is impossible", () => {
    const law = bindLaw("2026-11", defaultSituation("2026-11"));
    const wish: NetTarget = {
      law,
      flow: { expensesCents: 0, otherProvisionsCents: 0 },
      terms: { ...TERMS, feePpm: 1_000_000 },
      taxRate: "neutral",
      target: { figure: "netPaidCents", cents: 100_000 },
    };

    expect(() => turnoverFor(wish)).toThrow(expect.objectContaining({ code: "portage.unreachable" }));
    expect(() => dailyRateFor({ ...wish, terms: TERMS, target: { ...wish.target, cents: 90_000_000 } }, 1)).toThrow(
      expect.objectContaining({ code: "portage.unreachable" }),
    );
  });
});
