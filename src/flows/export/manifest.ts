import { maybe, type Shape } from "../../domain/shape.ts";

/** One file of an export, as it was written. */
export interface ExportedFile {
  /** Its way within the folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The version of what it was made from: a file is fetched again only when this changes. Null for a list. */
  readonly of: string | null;
}

/** What could not be taken. */
export interface NotTaken {
  readonly path: string;
  readonly code: string;
  readonly reason: string;
}

/** What an export holds: `manifest.json`. */
export interface Manifest {
  readonly schema: 1;
  /** When it was made, as an instant. */
  readonly at: string;
  /** Whether it was written to its end. */
  readonly isWhole: boolean;
  /** Whether it was made from what this machine knew, without the company. */
  readonly isOffline: boolean;
  readonly person: { readonly id: string; readonly name: string };
  readonly company: { readonly name: string; readonly url: string };
  /** The balance that the company gives; null where it is not known. */
  readonly account: { readonly month: string; readonly balanceCents: number } | null;
  readonly files: readonly ExportedFile[];
  readonly missing: readonly NotTaken[];
}

/** The name of the manifest in its folder. */
export const MANIFEST = "manifest.json";

/** What a file of a manifest must be. */
export const FILE_SHAPE: Shape = { fields: { path: "text", bytes: "whole", sha256: "text", of: maybe("text") } };

/** What a manifest must be. */
export const MANIFEST_SHAPE: Shape = {
  fields: {
    at: "instant",
    isWhole: "truth",
    isOffline: "truth",
    person: { fields: { id: "text", name: "text" } },
    company: { fields: { name: "text", url: "text" } },
    account: maybe({ fields: { month: "month", balanceCents: "whole" } }),
    files: { list: FILE_SHAPE },
    missing: { list: { fields: { path: "text", code: "text", reason: "text" } } },
  },
};
