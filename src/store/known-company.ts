import { join } from "node:path";
import { ANSWERS } from "../contract/answers.ts";
import type { components } from "../contract/types.ts";
import type { Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import { maybe, type Shape, type Shapes } from "../domain/shape.ts";
import { removeFile, writeJsonFile } from "./files.ts";
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

const KNOWN: Shape = {
  fields: {
    schema: "whole",
    url: "text",
    company: { named: "Company" },
    contract: maybe({ named: "EmploymentContract" }),
    missions: { list: { named: "Mission" } },
    payslips: { list: { fields: { month: "month", grossCents: "whole", "share?": { named: "PayShare" } } } },
    savedAt: "text",
  },
};
/** Without these, nothing can be said of a company. */
const NEEDED: ReadonlySet<string> = new Set(["name", "fee", "payroll", "deadlines", "start", "end", "reference"]);

/** A company that an earlier porte remembered says less: what is there must be right, and of the rest little must be there. */
function parts(): Shapes {
  return Object.fromEntries(Object.entries(ANSWERS).map(([name, shape]) => [name, loose(shape)]));
}

function loose(shape: Shape): Shape {
  if (typeof shape === "string") return shape;
  if ("list" in shape) return { list: loose(shape.list) };
  if ("either" in shape) return { either: shape.either.map(loose) };
  if (!("fields" in shape)) return shape;
  const fields = Object.entries(shape.fields).map(([name, part]) => [
    NEEDED.has(name) || name.endsWith("?") ? name : `${name}?`,
    loose(part),
  ]);
  return { fields: Object.fromEntries(fields) };
}

/** The company of one profile, as this machine knows it. */
export class KnownCompanies {
  private readonly file: string;

  constructor({ data }: Folders, profile: string) {
    this.file = join(data, safeName(profile), "company.json");
  }

  /** Gives what is known, or null where nothing is. @throws {PorteError} `file.damaged`. */
  find(): Promise<KnownCompany | null> {
    return readJsonFile<KnownCompany>(this.file, KNOWN, parts());
  }

  keep(known: KnownCompany): Promise<void> {
    return writeJsonFile(this.file, known);
  }

  forget(): void {
    removeFile(this.file);
  }
}
