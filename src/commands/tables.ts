import type { Context } from "../cli/context.ts";
import type { Month } from "../domain/calendar.ts";
import type { DayOrder } from "../domain/written-day.ts";
import { isFailure } from "../errors.ts";
import type { TableKind } from "../files/tables/kind.ts";
import { dayOrderIn, plainReader, type TableReader } from "../files/tables/reader.ts";
import { fileSource, pipedSource, type TableSource } from "../files/tables/source.ts";
import { openTable, type Table, type TableMeans } from "../files/tables/table.ts";
import { workerIn } from "../files/workers.ts";
import { TableLayouts } from "../store/table-layouts.ts";
import { askLayout } from "./ask-layout.ts";

/** What reading a table, and asking about it, uses of a run. */
export type ReadsTables = Pick<
  Context,
  "say" | "machine" | "packageFolder" | "today" | "stdin" | "prompt" | "note" | "warn"
>;

/** A table that somebody named, or stdin for `-`. */
export function givenTable(context: Pick<Context, "stdin">, file: string): TableSource {
  return file === "-" ? pipedSource("-", context.stdin()) : fileSource(file);
}

/** What this machine reads tables with: its worker, and the layouts that were shown here. */
export async function tableMeans(
  context: Pick<Context, "machine" | "packageFolder" | "today">,
  layout: string | undefined,
): Promise<TableMeans> {
  const kept = await new TableLayouts(context.machine().folders).list();
  return { worker: workerIn(context.packageFolder), kept, layout: layout ?? null, today: context.today() };
}

/**
 * Opens a table. Where its columns are not known, somebody at a terminal is asked where they are, and what is answered is kept as a
 * layout for the next file of the same kind.
 * @throws {PorteError} what `openTable` throws.
 */
export async function openGiven<Column extends string>(
  context: ReadsTables,
  source: TableSource,
  kind: TableKind<Column>,
  layout: string | undefined,
): Promise<Table<Column>> {
  const means = await tableMeans(context, layout);
  try {
    return withSheets(context, await openTable(source, kind, means));
  } catch (failure) {
    /** A text that nothing cuts is no table: nobody can say where its columns are. */
    const isAsked = isFailure(failure, "table.columns") && failure.facts.row.length > 1;
    const prompt = isAsked ? await context.prompt() : null;
    if (prompt === null) throw failure;
    const kept = await askLayout(context, prompt, { source, kind, means });
    return withSheets(context, await openTable(source, kind, { ...means, kept: [kept], layout: kept.name }));
  }
}

/** Names the sheets of a workbook that are not read. */
function withSheets<Column extends string>(context: ReadsTables, table: Table<Column>): Table<Column> {
  const { sheetsLeft } = table.layout;
  if (sheetsLeft.length > 0) context.warn(context.say.tables.sheetsLeft(sheetsLeft), "sheets-left");
  return table;
}

/** Finds what the days of a table begin with; where nothing tells, somebody at a terminal is asked. @throws {PorteError} what `dayOrderIn` throws. */
export async function dayOrderAsked<Column extends string>(
  context: ReadsTables,
  file: string,
  table: Table<Column>,
  { column, month }: { column: Column; month: Month | null },
): Promise<DayOrder> {
  return dayOrderIn(table, { file, column, month }, async (value, orders) => {
    const prompt = await context.prompt();
    const { tables: words } = context.say;
    return (
      prompt?.choice(
        words.askDates(value),
        orders.map((order) => ({ name: words.orders[order], value: order })),
      ) ?? null
    );
  });
}

/** Reads a file, or stdin for `-`, as the kind of table that it is: what is not sure is asked. */
export async function tableReader(
  context: ReadsTables,
  file: string,
  layout: string | undefined,
): Promise<TableReader> {
  const source = givenTable(context, file);
  const means = await tableMeans(context, layout);
  const plain = plainReader(source, means);
  return {
    ...plain,
    find: async (kind) => {
      const table = await plain.find(kind);
      return table === null ? null : withSheets(context, table);
    },
    open: (kind) => openGiven(context, source, kind, layout),
    dayOrder: (table, column, month) => dayOrderAsked(context, file, table, { column, month }),
  };
}
