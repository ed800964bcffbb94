import { plainEuros } from "../../domain/money.ts";
import { lineNumber } from "../../domain/short-id.ts";
import type { Sight } from "../../domain/sight.ts";
import type { Candidate } from "../../errors/input.ts";
import { PorteError } from "../../errors.ts";
import type { ActInput, Office } from "../../flows/staff/act.ts";
import { wholeId } from "../../flows/staff/named.ts";
import type { ConnectionInput } from "../../flows/staff/office.ts";
import { Seen } from "../../flows/staff/seen.ts";
import { isOtherVersion } from "../../flows/staff/unanswered.ts";
import { ShownList } from "../../store/shown-list.ts";
import { waitingText } from "../../view/staff/lists.ts";
import { changesOf, changesText, decidedText, idOf, type Owned, sightOf, titleOf } from "../../view/staff/owned.ts";
import { wholeText } from "../../view/staff/whole.ts";
import { type Connecting, connect } from "./connect.ts";
import type { StaffContext } from "./context.ts";

/** Which version a decision is made on, as typed. */
export interface DecisionInput extends ConnectionInput {
  readonly id: string;
  readonly seen?: string;
  readonly yes?: true;
}

/** What is decided on: how the staff reads it, and how it decides. */
export interface Kind {
  readonly name: "reports" | "expenses";
  readonly list: (office: Office) => Promise<readonly Owned[]>;
  readonly read: (office: Office, id: string) => Promise<Owned>;
  readonly decide: (office: Office, id: string, body: Decision, ifMatch: string) => Promise<Owned>;
}

type Decision = ActInput<"decideReport">["body"];

/** The same with the reason that a person gives. */
export type RejectionInput = DecisionInput & { readonly reason: string };

/** What is done with a report or an expense, and how it is sent. */
interface Move {
  readonly verb: "approve" | "reject" | "question";
  readonly send: (office: Office, id: string, ifMatch: string) => Promise<Owned>;
}

/** What deciding takes of the context. */
export type Deciding = Connecting & Pick<StaffContext, "show" | "look" | "confirm">;
type Showing = Pick<StaffContext, "look" | "show">;

/** Approves one, in the version that was seen. @throws {PorteError} what `decide` throws. */
export function approve(context: Deciding, input: DecisionInput, kind: Kind): Promise<void> {
  const body = { decision: "approve" } as const;
  const send: Move["send"] = (office, id, ifMatch) => kind.decide(office, id, body, ifMatch);
  return decide(context, input, kind, { verb: "approve", send });
}

/** Rejects one, for a reason, in the version that was seen. @throws {PorteError} what `decide` throws. */
export function reject(context: Deciding, input: RejectionInput, kind: Kind): Promise<void> {
  const body = { decision: "reject", reason: input.reason } as const;
  const send: Move["send"] = (office, id, ifMatch) => kind.decide(office, id, body, ifMatch);
  return decide(context, input, kind, { verb: "reject", send });
}

/** Lists what waits for a decision, and notes each as it was shown. */
export async function listWaiting(context: Showing, office: Office, kind: Kind): Promise<void> {
  const items = await kind.list(office);
  await new Seen(office.folder, kind.name).keepAll(new Map(items.map((item) => [idOf(item), sightOf(item)])));
  await new ShownList(office.folder, kind.name).keep(items.map(idOf));
  context.show({ items }, () => waitingText(context.look, items));
}

/**
 * Finds the identifier of what a person names: the number of its line in the list that was last shown, a beginning of its short or whole
 * identifier among what waits or was shown, or itself.
 * @throws {PorteError} what `wholeId` throws.
 */
export async function idNamed(office: Office, kind: Kind, typed: string): Promise<string> {
  const command = `porte-company ${kind.name} list`;
  const line = lineNumber(typed);
  if (line !== null) {
    const id = (await new ShownList(office.folder, kind.name).ids())[line - 1];
    if (id === undefined) throw new PorteError("input.not_listed", { value: typed, command });
    return id;
  }
  const named = async () => {
    const waiting = (await kind.list(office)).map(candidateOf);
    const seen = new Seen(office.folder, kind.name).ids().filter((id) => waiting.every((one) => one.id !== id));
    return [...waiting, ...seen.map((id) => ({ id, day: null, amount: null, name: null }))];
  };
  return wholeId(typed, named, command);
}

/** Shows one whole, and notes it as it was shown. */
export async function showOne(context: Showing, office: Office, kind: Kind, typed: string): Promise<void> {
  const id = await idNamed(office, kind, typed);
  const owned = await kind.read(office, id);
  await new Seen(office.folder, kind.name).keep(id, sightOf(owned));
  context.show(owned, () => wholeText(context.look, owned));
}

/**
 * Decides on what was seen, and shows what became of it.
 * @throws {PorteError} `company.changed` for what is no longer as it was seen, and what `versionSeen` throws.
 */
export async function decide(context: Deciding, input: DecisionInput, kind: Kind, move: Move): Promise<void> {
  const office = await connect(context, input);
  const id = await idNamed(office, kind, input.id);
  const decided = { office, kind, id, verb: move.verb };
  const ifMatch = await versionSeen(context, input, decided);
  if (ifMatch === null) return;
  try {
    const answer = await move.send(office, id, ifMatch);
    await new Seen(office.folder, kind.name).keep(id, sightOf(answer));
    context.show(answer, () => answerText(context, answer, move));
  } catch (failure) {
    if (!isOtherVersion(failure)) throw failure;
    throw await changedSince(context, decided, failure);
  }
}

/** Shows what something has become since it was seen, and notes that it was shown. */
async function changedSince(
  context: Pick<StaffContext, "say" | "look" | "note">,
  { office, kind, id }: Decided,
  cause: unknown,
): Promise<PorteError> {
  const { say } = context;
  const seen = new Seen(office.folder, kind.name);
  const owned = await kind.read(office, id);
  const before = await seen.find(id);
  const now = sightOf(owned);
  const changes = before === null ? [] : changesOf(before.facts, now.facts);
  context.note(wholeText(context.look, owned));
  if (changes.length > 0) context.note(`${say.staff.changes}\n${changesText(say, changes)}`);
  await seen.keep(id, now);
  return new PorteError("company.changed", { what: titleOf(say, owned), changes }, { cause });
}

function answerText({ say }: Pick<StaffContext, "say">, answer: Owned, { verb }: Move): string {
  return verb === "question" ? say.company.questioned(answer.owner.name) : decidedText(say, answer);
}

interface Decided {
  readonly office: Office;
  readonly kind: Kind;
  readonly id: string;
  readonly verb: Move["verb"];
}

/**
 * Finds the version that a person has seen: the one that is named, the one that this machine has shown, or, with a yes, the one
 * that is shown now. Null where a person says no.
 * @throws {PorteError} `usage.missing_option` where nobody has seen it, and nobody can be asked.
 */
async function versionSeen(
  context: Deciding,
  { seen, yes }: DecisionInput,
  { office, kind, id, verb }: Decided,
): Promise<string | null> {
  if (seen !== undefined) return `"${seen.replaceAll('"', "")}"`;
  const shown = new Seen(office.folder, kind.name);
  const known = await shown.find(id);
  if (known !== null && yes === undefined) return known.etag;
  const owned = await kind.read(office, id);
  const sight: Sight = sightOf(owned);
  context.note(wholeText(context.look, owned));
  const isMeant = yes ?? (await context.confirm(context.say.staff.ask[verb]));
  if (isMeant === null)
    throw new PorteError("usage.missing_option", { option: "--yes", command: `porte-company ${kind.name} ${verb}` });
  if (!isMeant) return null;
  await shown.keep(id, sight);
  return sight.etag;
}

/** What tells one of them from others: its day or its month, its amount, whose it is. */
function candidateOf({ report, expense, owner }: Owned): Candidate {
  return {
    id: report?.id ?? expense?.id ?? "",
    day: report?.month ?? expense?.date ?? null,
    amount: plainEuros(report?.turnoverCents ?? expense?.amountCents ?? 0),
    name: owner.name,
  };
}
