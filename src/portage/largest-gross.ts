import type { Cents } from "../domain/money.ts";
import { roughCost } from "../payroll/estimate.ts";
import type { BoundLaw } from "../payroll/law.ts";
import { costOf, MAX_GROSS_CENTS } from "../payroll/payslip.ts";

/** An estimate this near is left to the exact search. */
const NEAR_CENTS = 6;
/** What one cent of gross pay costs, about: steers the exact search, decides nothing. */
const USUAL_COST = 1.45;

/** A gross pay with what it costs exactly. */
interface Found {
  readonly grossCents: Cents;
  readonly costCents: Cents;
}

/** The two ends of a search, with the excess at each: the low end fits, the high one does not. */
interface Bracket {
  readonly low: Cents;
  readonly lowExcess: number;
  readonly high: Cents;
  readonly highExcess: number;
}

/**
 * Finds the largest gross pay whose cost and reserve fit in what is available, and its cost; 0 where not even one cent does.
 * Both never fall as gross pay rises: an estimate of the cost gives a start, then whole cents are tried exactly, so that
 * every threshold and every rounding counts.
 */
export function largestGross(law: BoundLaw, reserveOf: (gross: Cents) => Cents, availableCents: Cents): Found {
  if (availableCents < 1) return { grossCents: 0, costCents: 0 };
  const start = nearGross((gross) => roughCost(law, gross) + reserveOf(gross) - availableCents, availableCents);
  const excessOf = (gross: Cents) => costOf(law, gross) + reserveOf(gross) - availableCents;
  const grossCents = lastThatFits(excessOf, Math.min(start, MAX_GROSS_CENTS));
  return { grossCents, costCents: grossCents === 0 ? 0 : costOf(law, grossCents) };
}

/**
 * Finds the largest gross pay whose cost fits, from one that does. What fits may be less than nothing: where a year's reduction is given
 * back, a small pay costs less than none.
 */
export function largestGrossFrom(law: BoundLaw, guess: Cents, availableCents: Cents): Found {
  const grossCents = lastThatFits((gross) => costOf(law, gross) - availableCents, guess);
  return { grossCents, costCents: grossCents === 0 ? 0 : costOf(law, grossCents) };
}

/** Narrows a rising excess to about zero by false position. */
function nearGross(excessOf: (gross: Cents) => number, availableCents: Cents): Cents {
  let bracket = opened(excessOf, availableCents);
  let lastSide = 0;
  while (bracket.high - bracket.low > 1 && bracket.lowExcess < 0 && bracket.highExcess > 0) {
    const { low, lowExcess, high, highExcess } = bracket;
    const point = low + Math.round(((high - low) * -lowExcess) / (highExcess - lowExcess));
    const gross = Math.min(Math.max(point, low + 1), high - 1);
    const excess = excessOf(gross);
    if (Math.abs(excess) <= NEAR_CENTS) return gross;
    const side = Math.sign(excess);
    bracket = narrowed(bracket, gross, excess, side === lastSide ? 0.5 : 1);
    lastSide = side;
  }
  return bracket.low;
}

/** Most pays lie between half and all of what is available; where the health plan alone eats that half, from nothing on. */
function opened(excessOf: (gross: Cents) => number, availableCents: Cents): Bracket {
  const half = Math.floor(availableCents / 2);
  const halfExcess = excessOf(half);
  const low = halfExcess < 0 ? half : 0;
  const high = halfExcess < 0 ? availableCents + 1 : half;
  return {
    low,
    lowExcess: halfExcess < 0 ? halfExcess : excessOf(0),
    high,
    highExcess: halfExcess < 0 ? excessOf(high) : halfExcess,
  };
}

/** Moves one end of a bracket; an end that stays twice weighs half (the Illinois rule), so that both close in. */
function narrowed(
  { low, lowExcess, high, highExcess }: Bracket,
  gross: Cents,
  excess: number,
  weight: number,
): Bracket {
  return excess < 0
    ? { low: gross, lowExcess: excess, high, highExcess: highExcess * weight }
    : { low, lowExcess: lowExcess * weight, high: gross, highExcess: excess };
}

/** Finds the last gross pay whose exact excess is not above zero, from a guess: by what is left over, then by halves. */
function lastThatFits(excessOf: (gross: Cents) => number, guess: Cents): Cents {
  let low = 0;
  let high = MAX_GROSS_CENTS + 1;
  let gross = Math.max(1, guess);
  for (let tries = 0; high - low > 1; tries += 1) {
    const excess = excessOf(gross);
    if (excess <= 0) low = gross;
    else high = gross;
    const step = Math.max(1, Math.floor(Math.abs(excess) / USUAL_COST));
    const next = excess <= 0 ? gross + step : gross - step;
    gross = next > low && next < high && tries < MAX_STEPS ? next : low + Math.floor((high - low) / 2);
  }
  return low;
}

/** Past this many steps a threshold is in the way, and halves are faster. */
const MAX_STEPS = 12;
