import { join } from "node:path";
import type { RateTable } from "../domain/currency.ts";
import type { Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import type { Folders } from "./folders.ts";
import { readJsonFile } from "./read.ts";

interface StoredFile {
  readonly schema: 1;
  readonly perEuro: RateTable;
}

const KEPT: Shape = { fields: { perEuro: { each: { each: "number" } } } };

/** The rates that somebody imported on this machine: none is ever asked of the internet. */
export class Rates {
  private readonly file: string;

  constructor({ data }: Folders) {
    this.file = join(data, "rates.json");
  }

  /** @throws {PorteError} `file.damaged`. */
  async table(): Promise<RateTable> {
    return (await readJsonFile<StoredFile>(this.file, KEPT))?.perEuro ?? {};
  }

  /** Adds rates to those that are kept; one of the same day is replaced. @throws {PorteError} `file.busy`, `file.unwritable`. */
  async add(news: RateTable): Promise<RateTable> {
    return whileLocked(this.file, async () => {
      const before = await this.table();
      const merged = Object.entries(news).map(([currency, days]) => [currency, { ...before[currency], ...days }]);
      const perEuro = { ...before, ...Object.fromEntries(merged) };
      await writeJsonFile(this.file, { schema: 1, perEuro } satisfies StoredFile);
      return perEuro;
    });
  }
}
