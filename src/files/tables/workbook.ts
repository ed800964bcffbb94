import readWorkbook from "read-excel-file/universal";
import { archiveFault } from "./archive.ts";

/** A sheet of a workbook, its cells as text: days as `2026-11-03`, times as `09:00:00`, numbers with a point and no more digits than they have. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const MAX_ROWS = 200_000;
const MAX_CELLS = 4_000_000;

/** Reads the sheets of an XLSX workbook, in a worker; null for one that is too large or that cannot be read. */
export async function workbookSheets(bytes: Uint8Array): Promise<readonly WorkbookSheet[] | null> {
  if (archiveFault(bytes) !== null) return null;
  const sheets = await readWorkbook(Uint8Array.from(bytes).buffer as never, { parseNumber: numberText, trim: true });
  let cells = 0;
  return sheets.map(({ sheet, data }) => {
    cells += data.length * (data[0]?.length ?? 0);
    if (data.length > MAX_ROWS || cells > MAX_CELLS) throw new Error("too many rows");
    return { name: sheet, rows: data.map((row) => row.map(cellText)) };
  });
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return instantText(cell);
  return cell === null || cell === undefined ? "" : String(cell);
}

/** Spreadsheets keep numbers as computers do: 0.1 + 0.2 is 0.30000000000000004. What is beyond their fifteen digits is left out. */
function numberText(text: string): string {
  const number = Number(text);
  const [, sign = "", whole = "0", decimals = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(Number(number.toPrecision(15)))) ?? [];
  const shift = Number(exponent);
  const digits = shift < 0 ? `${whole.padStart(1 - shift, "0")}${decimals}` : `${whole}${decimals.padEnd(shift, "0")}`;
  const point = shift < 0 ? Math.max(1, whole.length + shift) : whole.length + shift;
  const tail = digits.slice(point);
  /** Three decimals could be thousands: a fourth says that they are not. */
  return `${sign}${digits.slice(0, point)}${tail === "" ? "" : `.${tail.length === 3 ? `${tail}0` : tail}`}`;
}

const FIRST_YEAR = 1950;

/** A day, an instant, or a time of the day; a length of time is of the days around 1900. */
function instantText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  const iso = new Date(seconds * 1000).toISOString();
  if (date.getUTCFullYear() >= FIRST_YEAR) return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
  const since = seconds - Date.UTC(1899, 11, 31) / 1000;
  const past = since < 0 ? since + 86_400 : since;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(past / 3600))}:${two(Math.floor((past % 3600) / 60))}:${two(past % 60)}`;
}
