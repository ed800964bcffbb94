import type { components } from "../contract/types.ts";
import type { Watch } from "../domain/contracts/watches.ts";
import { shortIds } from "../domain/short-id.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { termText } from "./missions.ts";
import { pairs, table } from "./table.ts";
import { watchJson } from "./watches.ts";

type Document = components["schemas"]["ContractDocument"];

/** A contract as data, as scripts rely on it. */
export function contractJson({ id, mission, client, kind, form, part, state, start, end, ...one }: Document) {
  return {
    ...{ id, mission, client, kind, form, part, state, start, end },
    amends: one.amends,
    missing: one.missing,
    signatures: one.signatures.map(({ party, name, typedName, at }) => ({ party, name, typedName, at })),
    sha256: one.sha256,
    bytes: one.bytes,
    drawnAt: one.drawnAt,
    sentAt: one.sentAt,
  };
}

/** Contracts and what is watched of the employment contract, as data. */
export function contractsJson(contracts: readonly Document[], watches: readonly Watch[]) {
  return { contracts: contracts.map(contractJson), watches: watches.map((watch) => watchJson(watch, null)) };
}

/** The contracts as a table. */
export function contractsText(look: RenderOptions, contracts: readonly Document[]): string {
  const { contracts: words } = look.say;
  const short = shortIds(contracts.map(({ id }) => id));
  const columns = [
    { title: words.id, gives: "never" as const },
    { title: words.mission, gives: "never" as const },
    { title: words.kind },
    { title: words.state },
    { title: words.dates, drops: 1 },
  ];
  const rows = contracts.map((one) => [
    short(one.id),
    look.paint.strong(one.mission),
    words.kinds[one.kind][one.part],
    stateText(look, one),
    termText(look, one.start, one.end),
  ]);
  return table(look, columns, rows);
}

/** Where a contract stands, and for whom it waits. */
function stateText({ say: { contracts: words } }: RenderOptions, { state, signatures }: Document): string {
  const waiting = signatures.filter(({ at }) => at === null).map(({ party }) => party);
  if (state !== "sent" || waiting.length === 0) return words.states[state];
  return `${words.states[state]}, ${words.waitsForParties(waiting)}`;
}

/** One contract, line by line. */
export function contractText(look: RenderOptions, document: Document): string {
  const { contracts: words, format } = look.say;
  const { id, mission, client, kind, part, amends, start, end, missing, sha256, signatures } = document;
  const signed = signatures.map(({ party, name, at, typedName }): [string, string] => [
    words.signature,
    look.say.labelled(
      words.parties[party],
      at === null ? words.waitsFor(name) : words.signedBy(typedName ?? name, format.instant(at)),
    ),
  ]);
  return pairs(look, [
    [words.id, id],
    [words.kind, words.kinds[kind][part]],
    [words.mission, look.paint.strong(mission)],
    [words.client, client],
    [words.dates, termText(look, start, end)],
    [words.state, stateText(look, document)],
    ...(amends === null ? [] : [[words.amends, amends] as const]),
    ...(missing.length === 0 ? [] : [[words.missing, words.mentions(missing)] as const]),
    ...(signed.length === 0 ? [[words.signature, words.toSend] as const] : signed),
    [words.hash, sha256],
  ]);
}

/** What a contract's file and its evidence prove. */
interface ShownContractProof {
  readonly contract: string;
  readonly kind: "employment" | "client";
  readonly sha256: string;
  readonly signatures: readonly {
    readonly party: string;
    readonly name: string;
    readonly email: string;
    readonly at: string;
    readonly holds: boolean;
  }[];
  readonly faults: readonly ("document" | "key" | "signature" | "facts")[];
  readonly unsigned: readonly ("client" | "porte" | "company")[];
}

/** What was verified, as data. */
export function contractProofJson(proof: ShownContractProof) {
  return { ...proof, holds: proof.faults.length === 0 && proof.unsigned.length === 0 };
}

/** What was verified in words: the verdict, then who has signed. */
export function contractProofText(look: RenderOptions, proof: ShownContractProof): string {
  const { contracts: words, format } = look.say;
  const { faults, unsigned, signatures, sha256 } = proof;
  const missing = words.and(unsigned.map((party) => words.parties[party]));
  const verdict =
    faults.length > 0
      ? faults.map((fault) => look.paint.bad(`✗ ${words.proof.faults[fault]}`))
      : signatures.length === 0
        ? [look.paint.bad(`✗ ${words.proof.nobody}`)]
        : unsigned.length > 0
          ? [look.paint.bad(`✗ ${words.proof.partly(missing)}`)]
          : [look.paint.good(`✓ ${words.proof.holds}`)];
  const rows = signatures.map(({ party, name, at, holds }): [string, string] => [
    (words.parties as Readonly<Record<string, string>>)[party] ?? party,
    `${holds ? "✓" : "✗"} ${inOneLine(words.signedBy(name, format.instant(at)))}`,
  ]);
  return [...verdict, pairs(look, [...rows, [words.hash, sha256]])].join("\n");
}
