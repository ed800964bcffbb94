import { join } from "node:path";
import { maybe, type Shape } from "../domain/shape.ts";
import type { Told } from "../domain/status/reminder.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

interface StoredFile extends Told {
  readonly schema: 1;
}

const KEPT: Shape = { fields: { day: maybe("text"), keys: { list: "text" } } };

/** What a person was reminded of, so that each thing is told once. */
export class Reminders {
  private readonly file: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.file = join(folder, "reminders.json");
  }

  /**
   * Tells what is to be told and keeps that it was, while no other process does. What could not be told is not kept.
   * @param tell is given what was told before; gives what is told by then.
   * @throws {PorteError} `file.busy`, `file.damaged`, `file.unwritable`, and what `tell` throws.
   */
  inTurn(tell: (before: Told) => Promise<Told>): Promise<void> {
    return whileLocked(this.file, async () => {
      const before = (await readJsonFile<StoredFile>(this.file, KEPT)) ?? { day: null, keys: [] };
      const { day, keys } = await tell(before);
      if (day !== before.day || keys.join("\n") !== before.keys.join("\n"))
        await writeJsonFile(this.file, { schema: 1, day, keys } satisfies StoredFile);
    });
  }
}
