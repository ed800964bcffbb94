import type { Context } from "../cli/context.ts";
import type { Month } from "../domain/calendar.ts";
import type { DayOrder } from "../domain/written-day.ts";
import { isFailure } from "../errors.ts";
import type { TableKind } from "../files/tables/kind.ts";
import type { TableReader } from "../files/tables/reader.ts";
import type { TableSource } from "../files/tables/source.ts";
import type { Table, TableMeans } from "../files/tables/table.ts";

/** A table that somebody named, or stdin for `-`. */
export async function givenTable(context: Context, file: string): Promise<TableSource> {
  const { fileSource, pipedSource } = await import("../files/tables/source.ts");
  return file === "-" ? pipedSource("-", context.stdin()) : fileSource(file);
}

/** What this machine reads tables with: its worker, and the layouts that were shown here. */
export async function tableMeans(context: Context, layout: string | undefined): Promise<TableMeans> {
  const [{ workerIn }, { TableLayouts }] = await Promise.all([
    import("../files/workers.ts"),
    import("../store/table-layouts.ts"),
  ]);
  const kept = await new TableLayouts(context.machine().folders).list();
  return { worker: workerIn(context.packageFolder), kept, layout: layout ?? null, today: context.today() };
}

/**
 * Opens a table. Where its columns are not known, somebody at a terminal is asked where they are, and what is answered is kept as a
 * layout for the next file of the same kind.
 * @throws {PorteError} what `openTable` throws.
 */
export async function openGiven<Column extends string>(
  context: Context,
  source: TableSource,
  kind: TableKind<Column>,
  layout: string | undefined,
): Promise<Table<Column>> {
  const [{ openTable }, means] = await Promise.all([import("../files/tables/table.ts"), tableMeans(context, layout)]);
  try {
    return withSheets(context, await openTable(source, kind, means));
  } catch (failure) {
    /** A text that nothing cuts is no table: nobody can say where its columns are. */
    const isAsked = isFailure(failure, "table.columns") && failure.facts.row.length > 1;
    const prompt = isAsked ? await context.prompt() : null;
    if (prompt === null) throw failure;
    const { askLayout } = await import("./ask-layout.ts");
    const kept = await askLayout(context, prompt, { source, kind, means });
    return withSheets(context, await openTable(source, kind, { ...means, kept: [kept], layout: kept.name }));
  }
}

/** Names the sheets of a workbook that are not read. */
function withSheets<Column extends string>(context: Context, table: Table<Column>): Table<Column> {
  const { sheetsLeft } = table.layout;
  if (sheetsLeft.length > 0) context.warn(context.say.tables.sheetsLeft(sheetsLeft), "sheets-left");
  return table;
}

/** Finds what the days of a table begin with; where nothing tells, somebody at a terminal is asked. @throws {PorteError} what `dayOrderIn` throws. */
export async function dayOrderAsked<Column extends string>(
  context: Context,
  file: string,
  table: Table<Column>,
  { column, month }: { column: Column; month: Month | null },
): Promise<DayOrder> {
  const { dayOrderIn } = await import("../files/tables/reader.ts");
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
export async function tableReader(context: Context, file: string, layout: string | undefined): Promise<TableReader> {
  const [{ plainReader }, source, means] = await Promise.all([
    import("../files/tables/reader.ts"),
    givenTable(context, file),
    tableMeans(context, layout),
  ]);
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
