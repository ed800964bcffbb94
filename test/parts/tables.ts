import { fileURLToPath } from "node:url";
import { plainReader, type TableReader } from "../../src/files/tables/reader.ts";
import { bytesSource } from "../../src/files/tables/source.ts";
import type { TableMeans } from "../../src/files/tables/table.ts";
import { workerIn } from "../../src/files/workers.ts";

/** Reads a file that is at hand, as a script does: nobody is asked. */
export function readerOf(content: string | Uint8Array, means: Partial<TableMeans> = {}, file = "f"): TableReader {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return plainReader(bytesSource(file, bytes), { ...MEANS, ...means });
}

/** No layout was shown before; workbooks are read by the program that was built. */
const MEANS: TableMeans = {
  worker: workerIn(fileURLToPath(new URL("../..", import.meta.url))),
  kept: [],
  layout: null,
  today: "2026-11-27",
};
