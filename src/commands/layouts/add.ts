import type { Context } from "../../cli/context.ts";
import type { DayOrder } from "../../domain/written-day.ts";
import { PorteError } from "../../errors.ts";
import { missingOf, type StoredLayout, type TableKind } from "../../files/tables/kind.ts";
import { shownRows, storedLayout } from "../../files/tables/shown.ts";
import type { TableSource } from "../../files/tables/source.ts";
import { lookAt, type TableMeans } from "../../files/tables/table.ts";
import { columnsUnknown } from "../../files/tables/unknown.ts";
import { TRACKER } from "../../flows/activity/import/trackers.ts";
import { TIMESHEET } from "../../flows/activity/timesheet-csv.ts";
import { BANK_TABLE } from "../../flows/expenses/bank.ts";
import { RATES } from "../../flows/expenses/rates-table.ts";
import { TRIPS } from "../../flows/expenses/trips-table.ts";
import { TableLayouts } from "../../store/table-layouts.ts";
import { givenTable, type ReadsTables, tableMeans } from "../tables.ts";
import type { LayoutKind } from "./kinds.ts";

const KINDS = {
  bank: BANK_TABLE,
  timesheet: TIMESHEET,
  tracker: TRACKER,
  trips: TRIPS,
  rates: RATES,
} as const satisfies Readonly<Record<LayoutKind, TableKind<string>>>;

interface Input {
  readonly name: string;
  readonly file: string;
  /** Where columns are, where their titles do not say it: `date=1`, `amount=Montant net`. */
  readonly columns?: readonly string[];
  readonly kind: LayoutKind;
  readonly dates?: DayOrder;
  readonly decimal?: "," | ".";
}

interface Looking {
  readonly source: TableSource;
  readonly kind: TableKind<string>;
  readonly means: TableMeans;
}

/** Keeps how a file is read: where its columns are, where their titles do not say it, and how its days and decimals are written. */
export async function run(context: ReadsTables & Pick<Context, "show">, input: Input): Promise<void> {
  const source = givenTable(context, input.file);
  const means = await tableMeans(context, undefined);
  const layout = await layoutOf({ source, means, kind: KINDS[input.kind] }, input);
  await new TableLayouts(context.machine().folders).keep(layout);
  context.show(layout, () => context.say.tables.layoutKept(input.name));
}

async function layoutOf(
  { source, means, kind }: Looking,
  { name, columns = [], dates, decimal }: Input,
): Promise<StoredLayout> {
  const { first } = await lookAt(source, kind, { ...means, kept: [] });
  const shown = shownRows(first, kind);
  const titles = shown.header?.cells.map((cell) => cell.trim()) ?? [];
  const said = Object.fromEntries(columns.map((text) => placeOf(text, { titles, width: shown.width, kind })));
  const layout = storedLayout(kind, shown, { name, columns: said, dates: dates ?? null, decimal: decimal ?? null });
  if (missingOf(kind, layout.columns).length > 0)
    throw columnsUnknown(source.name, kind, first, { kept: [], named: null });
  return layout;
}

/** Reads `date=1` or `amount=Montant net`. @throws {PorteError} `usage.choice` for no column of the kind, or no place of the file. */
function placeOf(
  text: string,
  { titles, width, kind }: { titles: readonly string[]; width: number; kind: TableKind<string> },
): [column: string, place: number] {
  const [, column = "", where = ""] = /^([A-Za-z]+)=(.+)$/.exec(text.trim()) ?? [];
  const names = Object.keys(kind.titles);
  if (!names.includes(column)) throw new PorteError("usage.choice", { option: "column=", value: text, choices: names });
  const place = /^\d{1,5}$/.test(where) ? Number(where) - 1 : titles.indexOf(where.trim());
  if (place >= 0 && place < width) return [column, place];
  const choices = titles.length > 0 ? titles : [`1-${width}`];
  throw new PorteError("usage.choice", { option: `${column}=`, value: where, choices });
}
