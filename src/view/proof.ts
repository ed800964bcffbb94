import { dayWords } from "../i18n/day-words.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";

/** A receipt that was verified, and what of it does not hold. */
interface ShownProof {
  readonly month: string;
  readonly receipt: {
    readonly id: string;
    readonly version: number;
    readonly submittedAt: string;
    readonly keyId: string;
    readonly signed: string;
    readonly signature: string;
    readonly reportHash?: string;
  };
  readonly reportHash: string;
  readonly faults: readonly ("signature" | "report" | "facts" | "key")[];
}

/** A proof as one JSON document. */
export function proofJson({ month, receipt, reportHash, faults }: ShownProof) {
  return { month, holds: faults.length === 0, faults, reportHash, receipt };
}

/** A proof in words: what the company signed, and whether it holds. */
export function proofText(look: RenderOptions, { month, receipt, reportHash, faults }: ShownProof): string {
  const { proof, format } = look.say;
  const verdict = faults.length === 0 ? look.paint.good(`✓ ${proof.holds(format.month(month))}`) : "";
  return [
    verdict,
    ...faults.map((fault) => look.paint.bad(`✗ ${proof.faults[fault]}`)),
    pairs(look, [
      [proof.receipt, receipt.id],
      [proof.version, String(receipt.version)],
      [proof.at, format.instant(receipt.submittedAt)],
      [proof.hash, reportHash],
      [proof.key, receipt.keyId],
    ]),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** What two versions of a month do not say alike, day by day. */
export function conflictText(
  look: RenderOptions,
  {
    month,
    version,
    days,
  }: { month: string; version: number; days: readonly { day: string; mine: string; theirs: string }[] },
): string {
  const { declare, format } = look.say;
  const columns = [
    { title: declare.heads.day, gives: "never" as const },
    { title: declare.mine },
    { title: declare.theirs(version) },
  ];
  const said = (written: string) => dayWords(look.say.day, written);
  const rows = days.map(({ day, mine, theirs }) => [format.day(day), said(mine), said(theirs)]);
  return [look.paint.warn(declare.conflict(format.month(month))), table(look, columns, rows)].join("\n");
}
