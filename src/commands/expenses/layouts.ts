import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { DAY_ORDERS, type DayOrder } from "../../domain/written-day.ts";
import { PorteError } from "../../errors.ts";
import type { KeptLayout, TableKind } from "../../files/tables/kind.ts";
import { givenTable, tableMeans } from "../tables.ts";

/** The kinds of files whose layouts are kept. */
const KINDS = {
  bank: async () => (await import("../../flows/expenses/bank.ts")).BANK_TABLE,
  timesheet: async () => (await import("../../flows/activity/timesheet-csv.ts")).TIMESHEET,
  tracker: async () => (await import("../../flows/activity/import/trackers.ts")).TRACKER,
  trips: async () => (await import("../../flows/expenses/trips-table.ts")).TRIPS,
  rates: async () => (await import("../../flows/expenses/rates-table.ts")).RATES,
} as const satisfies Readonly<Record<string, () => Promise<TableKind<string>>>>;
type Kind = keyof typeof KINDS;

interface AddOptions {
  readonly kind: Kind;
  readonly dates?: DayOrder | undefined;
  readonly decimal?: "," | "." | undefined;
}

/** `porte expenses layouts [list|show|add|remove]`. */
export function registerLayouts(expenses: Command, context: Context): void {
  const { tables: help } = context.say.help;
  const layouts = expenses.command("layouts").description(help.layouts);
  layouts
    .command("list", { isDefault: true })
    .description(help.list)
    .action(() => list(context));
  layouts
    .command("show")
    .description(help.show)
    .argument("<name>", help.name)
    .action((name: string) => show(context, name));
  layouts
    .command("add")
    .description(help.add)
    .argument("<name>", help.name)
    .argument("<file>", help.file)
    .argument("[columns...]", help.columns)
    .addOption(new Option("--kind <kind>", help.kind).choices(Object.keys(KINDS)).makeOptionMandatory())
    .addOption(new Option("--dates <order>", help.dates).choices([...DAY_ORDERS]))
    .addOption(new Option("--decimal <sign>", help.decimal).choices([",", "."]))
    .action((name: string, file: string, columns: string[], options: AddOptions) =>
      add(context, { name, file, columns, ...options }),
    );
  layouts
    .command("remove")
    .description(help.remove)
    .argument("<name>", help.name)
    .action((name: string) => remove(context, name));
}

async function kept(context: Context) {
  const { TableLayouts } = await import("../../store/table-layouts.ts");
  return new TableLayouts(context.machine().folders);
}

async function list(context: Context): Promise<void> {
  const layouts = await (await kept(context)).list();
  if (layouts.length === 0) context.note(context.say.tables.noLayout);
  context.show({ layouts }, () => layouts.map(context.say.tables.layout).join("\n"));
}

async function show(context: Context, name: string): Promise<void> {
  const layouts = await (await kept(context)).list();
  const found = layouts.find((one) => one.name === name);
  if (found === undefined) throw unknown(name, layouts);
  context.show(found, () => [context.say.tables.layout(found), found.header?.join(" | ") ?? ""].join("\n").trim());
}

async function remove(context: Context, name: string): Promise<void> {
  const store = await kept(context);
  const before = await store.list();
  if ((await store.forget(name)) === null) throw unknown(name, before);
  context.show({ name, removed: true }, () => context.say.tables.layoutForgotten(name));
}

/** Keeps how a file is read: where its columns are, where their titles do not say it, and how its days and decimals are written. */
async function add(context: Context, { name, file, columns, kind, dates, decimal }: AddOptions & Told): Promise<void> {
  const [source, means, wanted] = await Promise.all([
    givenTable(context, file),
    tableMeans(context, undefined),
    KINDS[kind](),
  ]);
  const layout = await layoutOf({ source, means, kind: wanted }, { name, file, columns, dates, decimal });
  await (await kept(context)).keep(layout);
  context.show(layout, () => context.say.tables.layoutKept(name));
}

interface Told {
  readonly name: string;
  readonly file: string;
  readonly columns: readonly string[];
}

type Looking = Parameters<typeof import("../ask-layout.ts").askLayout<string>>[2];

async function layoutOf(
  { source, means, kind }: Looking,
  { name, columns, dates, decimal }: Told & Pick<AddOptions, "dates" | "decimal">,
): Promise<KeptLayout> {
  const [{ lookAt }, { columnsUnknown }, { keptLayout, shownRows }, { missingOf }] = await Promise.all([
    import("../../files/tables/table.ts"),
    import("../../files/tables/unknown.ts"),
    import("../../files/tables/shown.ts"),
    import("../../files/tables/kind.ts"),
  ]);
  const { first } = await lookAt(source, kind, { ...means, kept: [] });
  const shown = shownRows(first, kind);
  const titles = shown.header?.cells.map((cell) => cell.trim()) ?? [];
  const said = Object.fromEntries(columns.map((text) => placeOf(text, { titles, width: shown.width, kind })));
  const layout = keptLayout(kind, shown, { name, columns: said, dates: dates ?? null, decimal: decimal ?? null });
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

function unknown(name: string, layouts: readonly KeptLayout[]): PorteError<"table.no_layout"> {
  return new PorteError("table.no_layout", { name, names: layouts.map((one) => one.name) });
}
