import { join } from "node:path";
import { maybe, type Shape } from "../domain/shape.ts";
import { PorteError } from "../errors.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { safeName } from "./folders.ts";
import { namesIn, readJsonFile } from "./read.ts";

/** A simulation or a promise kept as dated evidence: it is written once and never again. */
export interface StoredSimulation {
  readonly schema: 1;
  readonly name: string;
  /** Computed here, or typed from somebody's offer. */
  readonly kind: "simulation" | "promise";
  readonly savedAt: string;
  /** The version of porte that kept it. */
  readonly porte: string;
  /** The month it speaks of; null where an offer names none. */
  readonly month: string | null;
  readonly figures: Readonly<Partial<Record<string, number>>>;
  readonly lines: readonly { readonly code: string; readonly employeeCents: number; readonly employerCents: number }[];
  /** The whole JSON answer of that day, for who wants to see it again. */
  readonly answer: object | null;
}

const KEPT: Shape = {
  fields: {
    name: "text",
    kind: { words: ["simulation", "promise"] },
    savedAt: "text",
    porte: "text",
    month: maybe("month"),
    figures: { each: "number" },
    lines: { list: { fields: { code: "text", employeeCents: "whole", employerCents: "whole" } } },
    answer: "anything",
  },
};

/** The simulations kept on this machine for one profile. */
export class Simulations {
  private readonly folder: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.folder = join(folder, "simulations");
  }

  /** @throws {PorteError} `simulation.name` for a name that is no plain word of 64 letters at most. */
  private fileOf(name: string): string {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name)) throw new PorteError("simulation.name", { name });
    return join(this.folder, `${safeName(name)}.json`);
  }

  /** Keeps one under a name that is free, and says where. @throws {PorteError} `simulation.exists`, `simulation.name`. */
  async keep(simulation: StoredSimulation): Promise<string> {
    const file = this.fileOf(simulation.name);
    return whileLocked(file, async () => {
      if ((await readJsonFile(file, KEPT)) !== null)
        throw new PorteError("simulation.exists", { name: simulation.name, file });
      await writeJsonFile(file, simulation);
      return file;
    });
  }

  /** @throws {PorteError} `simulation.unknown`, with the names that are known, in order. */
  async find(name: string): Promise<StoredSimulation> {
    const found = await readJsonFile<StoredSimulation>(this.fileOf(name), KEPT);
    if (found === null)
      throw new PorteError("simulation.unknown", { name, names: (await this.list()).map((one) => one.name).sort() });
    return found;
  }

  /** Lists them, oldest first. */
  async list(): Promise<StoredSimulation[]> {
    const files = namesIn(this.folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => join(this.folder, name));
    const kept = await Promise.all(files.map((file) => readJsonFile<StoredSimulation>(file, KEPT)));
    return kept
      .filter((one) => one !== null)
      .sort((one, other) => one.savedAt.localeCompare(other.savedAt) || one.name.localeCompare(other.name));
  }
}
