import { isDeepStrictEqual } from "node:util";
import type { Day } from "../../domain/calendar.ts";
import { given } from "../../domain/given.ts";

/** Terms that hold from a day on, until the next ones do. */
export interface DatedTerms<Terms> {
  readonly from: Day;
  readonly terms: Terms;
}

/**
 * Gives what must be added to a history, which is in the order of its days, so that a change holds. Without a day it holds whatever the
 * day. From a day on it holds until something later was recorded of the same: what a later row has said anew stays as it said.
 */
export function amended<Terms extends object>(
  history: readonly DatedTerms<Terms>[],
  change: Partial<Terms>,
  from: Day | null,
): DatedTerms<Terms>[] {
  if (from === null) return changedOnly(history.map((one) => [one, { ...one.terms, ...change }]));
  const before = history.filter((one) => one.from <= from);
  const base = before.at(-1);
  if (base === undefined) return [];
  const carried: Partial<Terms> = { ...change };
  let last = base.terms;
  const later = history.slice(before.length).map((one): [DatedTerms<Terms>, Terms] => {
    for (const name of Object.keys(carried) as (keyof Terms)[])
      if (!isDeepStrictEqual(one.terms[name], last[name])) delete carried[name];
    last = one.terms;
    return [one, { ...one.terms, ...carried }];
  });
  return changedOnly([
    [
      { from, terms: base.terms },
      { ...base.terms, ...change },
    ],
    ...later,
  ]);
}

/** The changes that say something else than before: a row that is written has none of the terms that are not said. */
function changedOnly<Terms>(pairs: readonly [DatedTerms<Terms>, Terms][]): DatedTerms<Terms>[] {
  return pairs.flatMap(([{ from, terms: was }, terms]) =>
    isDeepStrictEqual(given(was as object), given(terms as object)) ? [] : [{ from, terms }],
  );
}

/** The rows of a history that count: of those that hold from one day, the one that was added last. Rows are in their order. */
export function standingOf<Row extends { readonly from_day: Day }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ from_day: from }, index) => rows[index + 1]?.from_day !== from);
}
