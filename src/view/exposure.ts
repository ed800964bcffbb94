import { type Cents, toEuros } from "../domain/money.ts";
import type { Exposure } from "../portage/exposure.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";

/** What lies at the company, as scripts read it; what nobody knows is null. */
export function exposureJson(
  { held, totalCents, wagesCents, guarantee, wageGuarantee }: Exposure,
  thresholdCents: Cents | null,
) {
  const euros = (cents: Cents | null) => (cents === null ? null : toEuros(cents));
  return {
    held: held.map(({ kind, cents, cover }) => ({ kind, amount: euros(cents), cover })),
    total: toEuros(totalCents),
    wages: toEuros(wagesCents),
    guarantee: {
      guarantor: guarantee.guarantor,
      amount: euros(guarantee.amountCents),
      least: toEuros(guarantee.leastCents),
      enough: guarantee.isEnough,
      expires: guarantee.expires,
      expired: guarantee.isOver,
      share: null,
      text: guarantee.text,
      checkedUntil: guarantee.checkedUntil,
      checkLapsed: guarantee.isLapsed,
    },
    wageGuarantee: {
      ceilings: wageGuarantee.ceilings,
      most: euros(wageGuarantee.mostCents),
      paid: euros(wageGuarantee.paidCents),
      text: wageGuarantee.text,
      checkedUntil: wageGuarantee.checkedUntil,
      checkLapsed: wageGuarantee.isLapsed,
    },
    threshold: euros(thresholdCents),
    over: thresholdCents === null ? null : totalCents > thresholdCents,
  };
}

/** What lies at the company, line by line, and what the two guarantees would pay of it. */
export function exposureText(look: RenderOptions, exposure: Exposure): string {
  const { money: words, format } = look.say;
  const { held, totalCents, wagesCents, guarantee, wageGuarantee } = exposure;
  const columns = [{ title: words.what }, { title: words.amount, isRight: true }, { title: words.cover }];
  const known = (cents: Cents | null) => (cents === null ? words.unknown : format.euros(cents));
  const rows = held.map(({ kind, cents, cover }) => [words.held[kind], known(cents), words.covers[cover]]);
  const source = ({ text, checkedUntil, isLapsed }: Exposure["guarantee"] | Exposure["wageGuarantee"]) =>
    words.source(text, format.day(checkedUntil), isLapsed);
  const least = format.euros(guarantee.leastCents);
  const { ceilings, mostCents } = wageGuarantee;
  return [
    look.paint.strong(words.exposure),
    table(
      look,
      columns,
      [
        ...rows,
        [look.paint.strong(words.total), look.paint.strong(format.euros(totalCents)), ""],
        [words.wages, format.euros(wagesCents), ""],
      ],
      { keepsTitles: true },
    ),
    look.paint.strong(words.guarantee),
    pairs(look, [
      [words.guarantor, guarantee.guarantor ?? words.unknown],
      [
        words.guaranteed,
        `${known(guarantee.amountCents)} (${guarantee.isEnough === false ? words.tooLow(least) : words.least(least)})`,
      ],
      [words.expires, expiry(look, guarantee)],
      [words.share, words.shareUnknown],
      [words.text, source(guarantee)],
    ]),
    look.paint.strong(words.wageGuarantee),
    pairs(look, [
      [
        words.most,
        ceilings === null || mostCents === null ? words.unknown : words.mostOf(format.euros(mostCents), ceilings),
      ],
      [words.wouldPay, known(wageGuarantee.paidCents)],
      [words.text, source(wageGuarantee)],
    ]),
  ].join("\n");
}

function expiry({ say: { money: words, format } }: RenderOptions, { expires, isOver }: Exposure["guarantee"]): string {
  if (expires === null) return words.unknown;
  return isOver === true ? words.expired(format.day(expires)) : format.day(expires);
}
