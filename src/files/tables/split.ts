import { type CsvError, parse } from "csv-parse";
import { PorteError } from "../../errors.ts";
import { type Encoding, textOf } from "./encoding.ts";
import { SPLITTING } from "./head.ts";
import { QuoteMender } from "./quotes.ts";
import type { TableSource } from "./source.ts";

/** Splits the whole of a text into its rows, as it is read. @throws {PorteError} `csv.malformed`, and what `take` throws. */
export async function splitText(
  { source, encoding, delimiter }: { source: TableSource; encoding: Encoding; delimiter: string },
  take: (cells: readonly string[], line: number) => void,
): Promise<void> {
  const parser = parse({ ...SPLITTING, delimiter });
  const drain = () => {
    for (let found = parser.read(); found !== null; found = parser.read()) take(found.record, found.info.lines);
  };
  const mender = new QuoteMender(delimiter);
  const ended = new Promise<void>((resolve, reject) => {
    parser.on("end", resolve).on("error", reject);
    parser.on("readable", () => {
      try {
        drain();
      } catch (failure) {
        reject(failure as Error);
      }
    });
  });
  /** Waited for below, once all is written. */
  ended.catch(() => undefined);
  try {
    for await (const piece of textOf(source.pieces(), encoding)) {
      if (parser.destroyed) break;
      parser.write(mender.mend(piece));
      drain();
    }
    parser.end(mender.mend("", true));
    await ended;
  } catch (cause) {
    throw cause instanceof PorteError ? cause : splitFault(source.name, cause as Error);
  }
}

/** What csv-parse could not split, by its line; another failure as it is. */
function splitFault(file: string, cause: Error): Error {
  const { lines = 1, column = "", code = "" } = cause as CsvError & { lines?: number; column?: string | number };
  if (!code.startsWith("CSV")) return cause;
  const facts = { file, line: lines, column: String(column), value: code, expected: "csv" } as const;
  return new PorteError("csv.malformed", facts, { cause });
}
