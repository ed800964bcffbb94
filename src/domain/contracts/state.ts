import { addDays, type Day } from "../calendar.ts";
import { dayInParis } from "../paris.ts";

/** Who signs a contract. */
export type Party = "client" | "porte" | "company";

/** The two kinds of documents of a mission. */
export type DocumentKind = "employment" | "client";

/** Who must sign each. */
export const SIGNERS: Readonly<Record<DocumentKind, readonly Party[]>> = {
  employment: ["porte", "company"],
  client: ["client", "company"],
};

/** Who must sign a document; of a kind that a later contract has, whoever was asked to. */
function signersOf({ kind, signatures }: Pick<DocumentFacts, "kind" | "signatures">): readonly Party[] {
  const known: readonly Party[] | undefined = SIGNERS[kind];
  return known ?? signatures.map(({ party }) => party as Party);
}

/** Where a contract stands on a day. The words are API. */
export type DocumentState = "draft" | "sent" | "signed" | "in-force" | "amended" | "ending" | "ended" | "replaced";

/** What a contract's state is computed from: what was done, and when. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly start: Day;
  /** The last day; null where none is set. */
  readonly end: Day | null;
  /** The instant at which it was sent to be signed; null before. */
  readonly sentAt: string | null;
  /** The instant at which another took the place of it before it was wholly signed. */
  readonly replacedAt: string | null;
  /** The first day of an amendment that everybody has signed; null where there is none. */
  readonly amendedFrom: Day | null;
  readonly signatures: readonly { readonly party: string; readonly at: string | null }[];
}

/** How many days before its end a contract is told as ending. */
const ENDING_DAYS = 30;

/** The instant at which the last of those who must have signed; null while somebody has not. */
export function signedAt(facts: Pick<DocumentFacts, "kind" | "signatures">): string | null {
  const instants = signersOf(facts).map((party) => facts.signatures.find((one) => one.party === party)?.at ?? null);
  return instants.includes(null) ? null : (instants.toSorted().at(-1) ?? null);
}

/** Lists who must still sign. */
export function unsignedBy(facts: Pick<DocumentFacts, "kind" | "signatures">): Party[] {
  return signersOf(facts).filter((party) => (facts.signatures.find((one) => one.party === party)?.at ?? null) === null);
}

/** Says where a contract stands on a day. */
export function stateOn(facts: DocumentFacts, day: Day): DocumentState {
  if (facts.replacedAt !== null) return "replaced";
  if (signedAt(facts) === null) return facts.sentAt === null ? "draft" : "sent";
  const { start, end, amendedFrom } = facts;
  if (end !== null && end < day) return "ended";
  if (start > day) return "signed";
  if (amendedFrom !== null && amendedFrom <= day) return "amended";
  return end !== null && end <= addDays(day, ENDING_DAYS) ? "ending" : "in-force";
}

/** The day on which everybody had signed; null while somebody has not. */
export function signedOn(facts: Pick<DocumentFacts, "kind" | "signatures">): Day | null {
  const at = signedAt(facts);
  return at === null ? null : dayInParis(new Date(at));
}
