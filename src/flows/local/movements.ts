import { randomUUID } from "node:crypto";
import { type Day, lastDay, type Month, monthOf } from "../../domain/calendar.ts";
import type { Movement, MovementKind } from "../../domain/local/filed.ts";
import { movementOfLabel } from "../../domain/local/movement-words.ts";
import type { Cents } from "../../domain/money.ts";
import { shortIds } from "../../domain/short-id.ts";
import { amountFrom, decimalMarkOf } from "../../domain/written-amount.ts";
import { dayFrom } from "../../domain/written-day.ts";
import { PorteError } from "../../errors.ts";
import type { TableKind } from "../../files/tables/kind.ts";
import type { TableReader } from "../../files/tables/reader.ts";
import type { Session } from "../session.ts";
import { keepSaid } from "./keep-said.ts";
import { movementsOf } from "./own-account.ts";

/** Money to note. */
export interface MovementSaid {
  readonly kind: MovementKind;
  readonly amountCents: Cents;
  readonly on?: Day | undefined;
  readonly month?: Month | undefined;
  readonly label?: string | undefined;
}

/** What comes in keeps its sign; what else is named leaves the account, however it was written. */
const COMES_IN: ReadonlySet<MovementKind> = new Set(["payment", "other"]);

/** Notes money of an account: of the month of its day, where none is named. @throws {PorteError} `file.unwritable`, `file.busy`. */
export async function addMovement(session: Session, said: MovementSaid): Promise<Movement> {
  const today = session.machine.today();
  const day = said.on ?? (said.month === undefined || said.month === monthOf(today) ? today : lastDay(said.month));
  const movement: Movement = {
    id: randomUUID(),
    month: said.month ?? monthOf(day),
    day,
    kind: said.kind,
    amountCents: COMES_IN.has(said.kind) ? said.amountCents : -Math.abs(said.amountCents),
    label: said.label ?? "",
    source: "typed",
  };
  await keep(session, [{ key: movement.id, value: movement }]);
  return movement;
}

/** Takes back money that was noted, by the beginning of its identifier. @throws {PorteError} `local.unknown_entry`. */
export async function removeMovement(session: Session, typed: string): Promise<Movement> {
  const all = movementsOf(session.folder);
  const found = all.filter(({ id }) => id.startsWith(typed));
  const [movement] = found;
  if (movement === undefined || found.length > 1) throw new PorteError("local.unknown_entry", { id: typed });
  await keep(session, [{ key: movement.id, value: null }]);
  return movement;
}

/** How movements are named, among all that were noted. */
export function movementName({ folder }: Pick<Session, "folder">): (id: string) => string {
  return shortIds(movementsOf(folder).map(({ id }) => id));
}

type Column = "date" | "label" | "amount" | "debit" | "credit";

/** The statement of an account of activity, as a company gives one. */
const STATEMENT: TableKind<Column> = {
  name: "bank",
  titles: {
    date: ["date", "jour", "day", "date operation", "periode"],
    label: ["libelle", "label", "operation", "description", "designation", "nature", "intitule"],
    amount: ["montant", "amount", "mouvement"],
    debit: ["debit", "sortie"],
    credit: ["credit", "entree"],
  },
  needed: [["date"], ["label"], ["amount", "debit", "credit"]],
  anchor: "date",
};

/**
 * Reads a company's statement, which stands in the place of the one that was read before.
 * @throws {PorteError} `local.statement` naming a line that cannot be read, `table.*`.
 */
export async function readStatement(session: Session, reader: TableReader): Promise<Movement[]> {
  const table = await reader.open(STATEMENT);
  const order = await reader.dayOrder(table, "date", null);
  const mark = decimalMarkOf(table.sample.flatMap(({ cells }) => cells));
  const lines: Movement[] = [];
  await table.read((row) => {
    const day = dayFrom(row.cell("date"), order);
    const read = (name: Column) => {
      const text = row.cell(name).trim();
      const found = text === "" ? null : amountFrom(text, mark);
      if (found === "ambiguous" || (text !== "" && found === null))
        throw new PorteError("local.statement", { line: row.line, value: text });
      return found === null ? 0 : found.cents;
    };
    const amountCents = read("amount") + Math.abs(read("credit")) - Math.abs(read("debit"));
    if (day === null) throw new PorteError("local.statement", { line: row.line, value: row.cell("date") });
    const label = row.cell("label");
    const kind = movementOfLabel(label);
    lines.push({
      id: `statement-${row.line}`,
      month: monthOf(day),
      day,
      kind,
      amountCents,
      label,
      source: "statement",
    });
  });
  const before = movementsOf(session.folder).filter(({ source }) => source === "statement");
  const now = new Set(lines.map(({ id }) => id));
  const gone = before.filter(({ id }) => !now.has(id)).map(({ id }) => ({ key: id, value: null }));
  await keep(session, [...lines.map((value) => ({ key: value.id, value })), ...gone]);
  return lines;
}

async function keep(
  session: Session,
  facts: readonly { readonly key: string; readonly value: Movement | null }[],
): Promise<void> {
  const telling = { area: "movements", scope: "movements", facts } as const;
  await keepSaid(session, telling);
}
