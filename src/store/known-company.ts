import { rmSync } from "node:fs";
import { join } from "node:path";
import type { components } from "../contract/types.ts";
import type { Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import { writeJsonFile } from "./files.ts";
import { type Folders, safeName } from "./folders.ts";
import { readJsonFile } from "./read.ts";

type Schemas = components["schemas"];

/** What the company last said of itself, of the contract and of the pay: simulations need no network then. */
export interface KnownCompany {
  readonly schema: 1;
  /** The address that said it: what one company said never stands in for another. */
  readonly url: string;
  readonly company: Schemas["Company"];
  readonly contract: Schemas["EmploymentContract"] | null;
  readonly missions: readonly Schemas["Mission"][];
  readonly payslips: readonly {
    readonly month: Month;
    readonly grossCents: Cents;
    readonly share?: Schemas["PayShare"];
  }[];
  readonly savedAt: string;
}

/** The company of one profile, as this machine knows it. */
export class KnownCompanies {
  private readonly file: string;

  constructor({ data }: Folders, profile: string) {
    this.file = join(data, safeName(profile), "company.json");
  }

  /** Gives what is known, or null where nothing is. @throws {PorteError} `file.damaged`. */
  find(): Promise<KnownCompany | null> {
    return readJsonFile<KnownCompany>(this.file);
  }

  keep(known: KnownCompany): Promise<void> {
    return writeJsonFile(this.file, known);
  }

  forget(): void {
    rmSync(this.file, { force: true });
  }
}
