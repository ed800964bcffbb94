import { join } from "node:path";
import type { Shape } from "../domain/shape.ts";
import type { UntoldPrice } from "../domain/status/facts.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

interface StoredFile {
  readonly schema: 1;
  readonly prices: readonly UntoldPrice[];
}

const KEPT: Shape = {
  fields: {
    prices: { list: { fields: { mission: "text", agreedOn: "day", dailyRateCents: "whole", savedAt: "instant" } } },
  },
};

/** The prices that were agreed anew and have not reached the company. */
export class UntoldPrices {
  private readonly file: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.file = join(folder, "untold-prices.json");
  }

  /** @throws {PorteError} `file.damaged`. */
  async list(): Promise<readonly UntoldPrice[]> {
    return (await readJsonFile<StoredFile>(this.file, KEPT))?.prices ?? [];
  }

  /** Keeps one, in the place of another of its mission and day. @throws {PorteError} `file.damaged`, `file.unwritable`. */
  keep(price: UntoldPrice): Promise<void> {
    return this.change((kept) => [...kept.filter((one) => !isSame(one, price)), price]);
  }

  /** Takes one away that the company was told, or has refused. @throws {PorteError} `file.damaged`, `file.unwritable`. */
  remove(price: Pick<UntoldPrice, "mission" | "agreedOn">): Promise<void> {
    return this.change((kept) => kept.filter((one) => !isSame(one, price)));
  }

  private change(changed: (kept: readonly UntoldPrice[]) => readonly UntoldPrice[]): Promise<void> {
    return whileLocked(this.file, async () => {
      await writeJsonFile(this.file, { schema: 1, prices: changed(await this.list()) } satisfies StoredFile);
    });
  }
}

function isSame(one: Pick<UntoldPrice, "mission" | "agreedOn">, other: typeof one): boolean {
  return one.mission === other.mission && one.agreedOn === other.agreedOn;
}
