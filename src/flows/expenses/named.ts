import { type ExpenseAtHand, type ExpenseFacts, monthlyLatestFirst } from "../../domain/expense.ts";
import { plainEuros } from "../../domain/money.ts";
import { idsBegunBy, lineNumber, shortIds } from "../../domain/short-id.ts";
import { PorteError } from "../../errors.ts";
import { SentNames } from "../../store/sent-names.ts";
import { ShownList } from "../../store/shown-list.ts";
import type { Owner } from "../session.ts";

/** What an expense must have to be named by a person. */
type Named = Pick<ExpenseFacts, "date" | "amountCents"> & { readonly id: string };

/**
 * Finds the expense that somebody names: by the number of its line in the list that was last shown, or by a beginning of its
 * identifier, short or whole, the company's or the one it had here before it was sent. Undefined where there is none.
 * @throws {PorteError} `input.which` with the candidates where there are several.
 */
export async function findNamed<Item extends Named>(
  { folder }: Pick<Owner, "folder">,
  items: readonly Item[],
  typed: string,
): Promise<Item | undefined> {
  const names = await sentNames({ folder });
  const under = items.flatMap((item) => [item.id, names.get(item.id) ?? []].flat().map((id) => ({ id, item })));
  const line = lineNumber(typed);
  if (line !== null) {
    const shown = await new ShownList(folder, "expenses").ids();
    return under.find(({ id }) => id === shown[line - 1])?.item;
  }
  const [found, ...others] = new Set(idsBegunBy(under, typed).map(({ item }) => item));
  if (found !== undefined && others.length > 0) throw ambiguous(typed, [found, ...others], names);
  return found;
}

/** The identifier that each expense had here before it was sent, by the company's. */
export function sentNames({ folder }: Pick<Owner, "folder">): Promise<ReadonlyMap<string, string>> {
  return new SentNames(folder).drafts();
}

function ambiguous(
  value: string,
  found: readonly Named[],
  names: ReadonlyMap<string, string>,
): PorteError<"input.which"> {
  const nameOf = (id: string) => names.get(id) ?? id;
  const short = shortIds(found.map(({ id }) => nameOf(id)));
  const candidates = found.map(({ id, date, amountCents }) => ({
    id: short(nameOf(id)),
    day: date,
    amount: plainEuros(amountCents),
    name: null,
  }));
  return new PorteError("input.which", { value, candidates });
}

/** Notes the list that is shown, whose lines are then named by their numbers. */
export async function noteShown({ folder }: Pick<Owner, "folder">, expenses: readonly ExpenseAtHand[]): Promise<void> {
  await new ShownList(folder, "expenses").keep(monthlyLatestFirst(expenses).map(({ id }) => id));
}
