import { readFile } from "node:fs/promises";
import type { Schemas } from "../deps.ts";

/** What the server reads of an operation of the contract. */
export interface Operation {
  readonly operationId: string;
  /** What of a token's scopes it needs; an empty list for an operation that is open to everybody. */
  readonly security?: readonly { readonly bearer?: readonly string[] }[];
  /** Which roles of the staff it is open to. */
  readonly "x-staff"?: readonly Schemas["StaffRole"][];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, unknown>> };
}

/** The contract, as the build writes it. */
export interface Contract {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation | readonly unknown[]>>>>;
  readonly components: {
    readonly securitySchemes: {
      /** What each scope opens. */
      readonly bearer: { readonly "x-scopes": Readonly<Record<Schemas["Scope"], readonly string[]>> };
    };
  };
}

/** Reads the contract that the build has written. */
export async function readContract(file: string): Promise<Contract> {
  return JSON.parse(await readFile(file, "utf8"));
}

/** Every operation of the contract. */
export function operationsIn({ paths }: Contract): readonly Operation[] {
  return Object.values(paths).flatMap((path) =>
    Object.values(path).filter((one): one is Operation => "operationId" in one),
  );
}
