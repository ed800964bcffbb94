import type { Month } from "../../domain/calendar.ts";
import type { DayOrder } from "../../domain/written-day.ts";
import { isFailure, PorteError } from "../../errors.ts";
import type { TableKind } from "./kind.ts";
import type { TableSource } from "./source.ts";
import { openTable, type Table, type TableMeans } from "./table.ts";

/** Opens one source as the kind of table that it is. */
export interface TableReader {
  readonly source: TableSource;
  /** Opens it; where its columns are not known, asks if somebody can be. @throws {PorteError} what `openTable` throws. */
  open<Column extends string>(kind: TableKind<Column>): Promise<Table<Column>>;
  /** Opens it where its columns are known; null where they are not. @throws {PorteError} what `openTable` throws of other things. */
  find<Column extends string>(kind: TableKind<Column>): Promise<Table<Column> | null>;
  /** Finds how the days of a column are written. @throws {PorteError} `table.dates` where it is not sure and nobody can be asked. */
  dayOrder<Column extends string>(table: Table<Column>, column: Column, month: Month | null): Promise<DayOrder>;
}

/** A reader that asks nobody. */
export function plainReader(source: TableSource, means: TableMeans): TableReader {
  return {
    source,
    open: (kind) => openTable(source, kind, means),
    find: (kind) => findTable(source, kind, means),
    dayOrder: (table, column, month) => dayOrderIn(table, { file: source.name, column, month }, async () => null),
  };
}

/** The column of days of a file, and the month that they are to be of; null for any. */
interface DayColumn<Column extends string> {
  readonly file: string;
  readonly column: Column;
  readonly month: Month | null;
}

/**
 * Finds whether the days of a table begin with the day, the month or the year, as all of them, the month that is asked for and today
 * tell; where they do not, asks.
 * @param ask gives null where nobody can be asked.
 * @throws {PorteError} `table.dates` where nobody can be.
 */
export async function dayOrderIn<Column extends string>(
  table: Table<Column>,
  { file, column, month }: DayColumn<Column>,
  ask: (value: string, orders: readonly DayOrder[]) => Promise<DayOrder | null>,
): Promise<DayOrder> {
  const { order, isSure, orders } = await table.dayOrderOfAll(column, month);
  if (isSure) return order;
  const value = table.sample[0]?.cell(column) ?? "";
  const said = await ask(value, orders);
  if (said === null) throw new PorteError("table.dates", { file, value, kind: table.kind });
  return said;
}

async function findTable<Column extends string>(
  source: TableSource,
  kind: TableKind<Column>,
  means: TableMeans,
): Promise<Table<Column> | null> {
  const isOther = means.kept.some((one) => one.name === means.layout && one.kind !== kind.name);
  if (isOther) return null;
  try {
    return await openTable(source, kind, means);
  } catch (failure) {
    if (isFailure(failure, "table.columns")) return null;
    throw failure;
  }
}
