import type { Kysely } from "kysely";
import type { components } from "../contract/types.ts";
import type { FileWorkers } from "../files/workers.ts";
import type { Legislation } from "../payroll/legislation.ts";
import type { Database } from "./db/schema.ts";
import type { ReceiptStore } from "./receipts/store.ts";

export type Schemas = components["schemas"];
export type Db = Kysely<Database>;

/** What the services of the company work with; nothing here is kept in the process between two requests. */
export interface Deps {
  readonly db: Db;
  readonly receipts: ReceiptStore;
  /** Where the files that people send are read. */
  readonly workers: FileWorkers;
  readonly now: () => Date;
  /** The company's own address, without a slash at its end. */
  readonly url: () => string;
  /** Whether mail leaves, so that clients are asked about their months. */
  readonly asksClients: boolean;
  /** The law that payroll pays by: the release's rows, and those of the files that were added. */
  readonly law: Legislation;
  /** The folder of the templates. */
  readonly templates: string;
}

/** Who is asking, and with what rights. */
export interface Caller {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "porte" | "operator";
  /** What a member of the staff may do; null for a porté. */
  readonly staffRole: Schemas["StaffRole"] | null;
  readonly scopes: readonly Schemas["Scope"][];
  readonly expiresAt: Date | null;
}
