import { fromEuros } from "../domain/money.ts";
import type { Difference, PayslipFacts } from "../domain/payslip-code.ts";
import { indented, inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { pairs } from "./table.ts";

/** A payslip's file that was verified, and what of it does not hold. */
interface ShownProof {
  readonly facts: PayslipFacts;
  readonly keyId: string;
  readonly faults: readonly ("key" | "signature" | "file" | "page")[];
  readonly differences: readonly Difference[];
  /** What the company says of it since; null where it was not asked or did not answer. */
  readonly since: {
    readonly reversal: null | {
      readonly reversedAt: string;
      readonly reason: string;
      readonly replacedBy: string | null;
    };
  } | null;
}

/** What was verified as one JSON document. */
export function payslipProofJson(file: string, { facts, keyId, faults, differences, since }: ShownProof) {
  const standing = since === null ? null : since.reversal === null;
  return {
    file,
    holds: faults.length === 0,
    standing,
    reversal: since?.reversal ?? null,
    faults,
    differences,
    keyId,
    facts,
  };
}

/** What was verified in words: the verdict, then what the company signed. */
export function payslipProofText(
  look: RenderOptions,
  { facts, keyId, faults, differences, since }: ShownProof,
): string {
  const { payslipProof: words, format } = look.say;
  const shown = (fact: Difference["fact"], value: string | number | null) => {
    if (value === null) return words.nowhere;
    if (typeof value === "number") return format.euros(fromEuros(value));
    return fact === "month" && value === facts.month ? format.month(value) : inOneLine(value);
  };
  const isTrusted = !faults.includes("key") && !faults.includes("signature");
  return [
    faults.length === 0 ? look.paint.good(`✓ ${words.holds(inOneLine(facts.company))}`) : "",
    ...faults.map((fault) => look.paint.bad(`✗ ${words.faults[fault]}`)),
    ...differences.map(
      ({ fact, signed, printed }) => `  ${words.differs(words.names[fact], shown(fact, signed), shown(fact, printed))}`,
    ),
    ...sinceLines(look, since, faults.length === 0),
    isTrusted ? "" : look.paint.soft(words.unproven),
    pairs(look, [
      [words.names.month, format.month(facts.month)],
      [words.names.company, `${facts.company} (SIRET ${facts.siret})`],
      [words.names.porte, facts.porte],
      [words.names.gross, format.euros(fromEuros(facts.gross))],
      [words.names.netSocial, format.euros(fromEuros(facts.netSocial))],
      [words.names.net, format.euros(fromEuros(facts.net))],
      [words.names.received, format.euros(fromEuros(facts.received))],
      [words.names.paidOn, format.day(facts.paidOn)],
      [words.key, keyId],
    ]),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** What became of a payslip that holds: whether it was reversed, where the company says so. */
function sinceLines({ say, paint }: RenderOptions, since: ShownProof["since"], holds: boolean): string[] {
  const { payslipProof: words, format } = say;
  if (since === null) return holds ? [paint.soft(words.notAsked)] : [];
  const { reversal } = since;
  if (reversal === null) return [paint.good(`✓ ${words.stands}`)];
  const { reversedAt, reason, replacedBy } = reversal;
  return [
    paint.bad(`✗ ${words.reversed(format.instant(reversedAt), indented(reason))}`),
    `  ${replacedBy === null ? words.notReplaced : words.replaced(inOneLine(replacedBy))}`,
  ];
}
