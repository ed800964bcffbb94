import type { Day } from "../../domain/calendar.ts";
import type { RateTable } from "../../domain/currency.ts";
import type { XmlElement } from "../../domain/invoice/element.ts";
import { type DecimalMark, decimalFrom } from "../../domain/written-amount.ts";
import { type DayOrder, dayFrom } from "../../domain/written-day.ts";
import { PorteError } from "../../errors.ts";
import { textIn } from "../../files/tables/encoding.ts";
import type { TableKind } from "../../files/tables/kind.ts";
import type { TableReader } from "../../files/tables/reader.ts";
import type { TableRow } from "../../files/tables/rows.ts";
import { bytesOf, type TableSource } from "../../files/tables/source.ts";
import type { Table } from "../../files/tables/table.ts";
import { readXml } from "../../files/xml.ts";

type Column = "date" | "currency" | "rate" | "denominator" | "frequency";

/**
 * Rates of central banks: a column for each currency (`Date,USD,GBP`, or the series of the European Central Bank's data portal and of the
 * Banque de France), or a line for each (`date,currency,rate`, SDMX-CSV).
 */
export const RATES: TableKind<Column> = {
  name: "rates",
  titles: {
    date: ["date", "time period", "jour", "day", "code serie", "period"],
    currency: ["currency", "devise", "monnaie", "code devise"],
    rate: ["rate", "obs value", "taux", "cours", "value", "valeur"],
    denominator: ["currency denom"],
    frequency: ["freq"],
  },
  needed: [["date"]],
  anchor: "date",
};

/** Nine decimals are more than any central bank writes. */
const PLACES = 9;
/** All days since 1999 are ten million bytes. */
const MAX_XML_BYTES = 20 * 1024 * 1024;

/**
 * Reads rates: as a table, or the XML that the European Central Bank publishes each day. What has no rate that day is left out.
 * @throws {PorteError} `currency.table` naming the line, `table.*`.
 */
export async function readRates(reader: TableReader): Promise<RateTable> {
  const text = await textIn(reader.source);
  if (text !== null && /^\s*<(?:\?xml|gesmes)/i.test(text)) return ratesOfXml(reader.source);
  const table = await reader.open(RATES);
  const rows = new RateRows(table, await reader.dayOrder(table, "date", null));
  await table.read((row) => rows.read(row));
  return rows.found(table.layout.header ?? []);
}

async function ratesOfXml(source: TableSource): Promise<RateTable> {
  const root = readXml(await bytesOf(source, MAX_XML_BYTES), MAX_XML_BYTES);
  if (root === null) throw new PorteError("currency.table", { line: 1, value: "XML" });
  return new RateRows(null, "day-first").ofXml(root);
}

class RateRows {
  private readonly byCurrency = new Map<string, Map<Day, number>>();
  private readonly order: DayOrder;
  private readonly mark: DecimalMark;
  private readonly isByLine: boolean;
  /** The currency of each column; null for those of none. */
  private readonly codes: readonly (string | null)[];
  private hasDay = false;

  constructor(table: Table<Column> | null, order: DayOrder) {
    this.order = order;
    this.isByLine = table?.layout.places.currency !== undefined && table.layout.places.rate !== undefined;
    this.codes = (table?.layout.header ?? []).map(codeOf);
    const cells = table?.sample.flatMap(({ cells: all }) => all) ?? [];
    /** Rates have more decimals than money: 1,083 is no thousand. */
    this.mark = cells.some((cell) => /^\s*\d+,\d+\s*$/.test(cell)) ? "," : ".";
  }

  read(row: TableRow<Column>): void {
    const date = row.cell("date");
    const day = dayFrom(date, this.order);
    if (day === null) {
      /** What describes the series stands before the first day; months and years are no days. */
      if (!this.hasDay || /^\d{4}(?:-\d\d|-?[QSW]\d+)?$/.test(date)) return;
      throw new PorteError("currency.table", { line: row.line, value: date });
    }
    this.hasDay = true;
    if (this.isByLine) this.line(row, day);
    else for (const [place, code] of this.codes.entries()) this.keep(code, day, row.cells[place] ?? "", row.line);
  }

  private line(row: TableRow<Column>, day: Day): void {
    const [denominator, frequency] = [row.cell("denominator"), row.cell("frequency")];
    const isDaily = frequency === "" || /^(?:D|daily)\b/i.test(frequency);
    const isPerEuro = denominator === "" || /^EUR\b/i.test(denominator);
    const [code = ""] = /^[A-Z]{3}\b/.exec(row.cell("currency").toUpperCase()) ?? [];
    if (isDaily && isPerEuro) this.keep(code, day, row.cell("rate"), row.line);
  }

  private keep(code: string | null, day: Day, cell: string, line: number): void {
    const text = cell.trim();
    if (code === null || code === "" || code === "EUR" || /^(?:|-|\.|N\/?A|NaN|nd)$/i.test(text)) return;
    const scaled = decimalFrom(text, PLACES, this.mark);
    if (typeof scaled !== "number" || !(scaled > 0)) throw new PorteError("currency.table", { line, value: text });
    const ofCurrency = this.byCurrency.get(code) ?? new Map<Day, number>();
    /** The text of the number is read again: a rate is not money, and keeps all its decimals. */
    this.byCurrency.set(code, ofCurrency.set(day, scaled / 10 ** PLACES));
  }

  /** @throws {PorteError} `currency.table` where there is no rate at all. */
  found(header: readonly string[]): RateTable {
    if (this.byCurrency.size === 0)
      throw new PorteError("currency.table", { line: 1, value: header.join(",").slice(0, 40) });
    return Object.fromEntries([...this.byCurrency].map(([code, days]) => [code, Object.fromEntries(days)]));
  }

  /** Reads `<Cube time="2026-11-26"><Cube currency="USD" rate="1.1534"/></Cube>`. @throws {PorteError} `currency.table`. */
  ofXml(root: XmlElement): RateTable {
    this.cubes(root, null);
    return this.found([root.name]);
  }

  private cubes({ attributes, children }: XmlElement, before: Day | null): void {
    const { time, currency, rate } = attributes;
    const day = time === undefined ? before : dayFrom(time);
    if (day !== null && currency !== undefined && rate !== undefined) this.keep(currency, day, rate, 1);
    for (const child of children) this.cubes(child, day);
  }
}

/** Those that a column may be of: `Max` or `Day` is none. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** `USD`, or the key of a series of the European Central Bank: `US dollar/Euro (EXR.D.USD.EUR.SP00.A)`. */
function codeOf(title: string): string | null {
  const [, series] = /EXR\.D\.([A-Z]{3})\.EUR\./.exec(title) ?? [];
  const code = title.trim().toUpperCase();
  return series ?? (CURRENCIES.has(code) ? code : null);
}
