import { join } from "node:path";
import { maybe, type Shape } from "../domain/shape.ts";
import { type StoredLayout, TABLE_NAMES } from "../files/tables/kind.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import type { Folders } from "./folders.ts";
import { readJsonFile } from "./read.ts";

interface StoredFile {
  readonly schema: 1;
  readonly layouts: readonly StoredLayout[];
}

const PLACE = { kind: "whole", least: 0, most: 16_383 } as const;
const LAYOUT: Shape = {
  fields: {
    name: "text",
    kind: { words: TABLE_NAMES },
    header: maybe({ list: "text" }),
    width: PLACE,
    columns: { each: PLACE },
    dates: maybe({ words: ["day-first", "month-first", "year-first"] }),
    decimal: maybe({ words: [",", "."] }),
  },
};
const KEPT: Shape = { fields: { layouts: { list: LAYOUT } } };

/** How files of others are laid out, as somebody showed it once on this machine. */
export class TableLayouts {
  readonly file: string;

  constructor({ config }: Folders) {
    this.file = join(config, "layouts.json");
  }

  /** @throws {PorteError} `file.damaged`. */
  async list(): Promise<readonly StoredLayout[]> {
    return (await readJsonFile<StoredFile>(this.file, KEPT))?.layouts ?? [];
  }

  /** Keeps a layout; one of the same name is replaced. */
  keep(layout: StoredLayout): Promise<void> {
    return this.change((others) => [layout, ...others.filter(({ name }) => name !== layout.name)]);
  }

  /** Forgets a layout; gives it, or null where there is none of that name. */
  async forget(name: string): Promise<StoredLayout | null> {
    let found: StoredLayout | null = null;
    await this.change((all) => {
      found = all.find((one) => one.name === name) ?? null;
      return all.filter((one) => one !== found);
    });
    return found;
  }

  private change(work: (all: readonly StoredLayout[]) => readonly StoredLayout[]): Promise<void> {
    return whileLocked(this.file, async () =>
      writeJsonFile(this.file, { schema: 1, layouts: work(await this.list()) } satisfies StoredFile),
    );
  }
}
