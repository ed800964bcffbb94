import { join } from "node:path";
import type { Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

const KEYS: Shape = { list: { fields: { kty: "text", crv: "text", x: "text", kid: "text" } } };

/** A public key with which a company signs receipts. */
export interface CompanyKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
}

/** The keys that the company of one profile has published; none is ever forgotten, because old receipts need old keys. */
export class CompanyKeys {
  private readonly file: string;

  /** @param folder of the profile. */
  constructor(folder: string) {
    this.file = join(folder, "keys.json");
  }

  async find(kid: string): Promise<CompanyKey | null> {
    return (await this.all()).find((key) => key.kid === kid) ?? null;
  }

  /** Adds keys; one that is known stays as it was first seen. */
  async keep(keys: readonly CompanyKey[]): Promise<void> {
    await whileLocked(this.file, async () => {
      const known = await this.all();
      const added = keys.filter(({ kid }) => !known.some((key) => key.kid === kid));
      if (added.length > 0) await writeJsonFile(this.file, [...known, ...added]);
    });
  }

  private async all(): Promise<readonly CompanyKey[]> {
    return (await readJsonFile<CompanyKey[]>(this.file, KEYS)) ?? [];
  }
}
