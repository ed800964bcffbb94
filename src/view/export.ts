import type { components } from "../contract/types.ts";
import { inOneLine } from "../i18n/printable.ts";
import { accountJson } from "./account.ts";
import { type ListColumn, listCsv } from "./answer/csv.ts";
import { ledgerText } from "./answer/ledger.ts";
import type { RenderOptions } from "./look.ts";

type Account = components["schemas"]["Account"];
type Entry = components["schemas"]["AccountEntry"];

/** What an export did, as it is shown. */
interface ShownExport {
  readonly folder: string;
  readonly written: number;
  readonly manifest: {
    readonly at: string;
    readonly isOffline: boolean;
    readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
    readonly missing: readonly { readonly path: string; readonly code: string; readonly reason: string }[];
  };
}

/** What verifying an export found, as it is shown. */
interface ShownVerification {
  readonly folder: string;
  readonly at: string;
  readonly isWhole: boolean;
  readonly files: number;
  readonly faults: readonly { readonly path: string; readonly fault: "missing" | "changed" | "link" | "path" }[];
}

/** How an export is written for spreadsheets and for plain-text accounting. */
export function exportForms(look: Pick<RenderOptions, "say">) {
  return {
    csv: (items: readonly object[]) => listCsv({ items }, "items", columnsIn(items)),
    ledger: (account: Account, entries: readonly Entry[]) =>
      ledgerText("hledger", accountJson(look, { account, entries, causes: null, isWhole: true })),
  };
}

/** The plain fields of a list's items, in the order in which they are met. */
function columnsIn(items: readonly object[]): ListColumn[] {
  const names = items.flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) => (typeof value === "object" && value !== null ? [] : [name])),
  );
  return [...new Set(names)].map((name) => ({ name, path: [name], schema: {} }));
}

/** An export as scripts read it. */
export function exportedJson({ folder, written, manifest }: ShownExport) {
  const { at, isOffline, files, missing } = manifest;
  return {
    folder,
    at,
    offline: isOffline,
    written,
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    missing: missing.map(({ path, code, reason }) => ({ path, code, reason })),
  };
}

/** An export in a few lines: where it is, what it holds, and what could not be taken. */
export function exportedText(look: Pick<RenderOptions, "say">, { folder, written, manifest }: ShownExport): string {
  const { exported: words } = look.say;
  const { files, missing } = manifest;
  return [
    words.saved(inOneLine(folder), files.length, written),
    ...(missing.length === 0 ? [] : [words.missing(missing.length)]),
    ...missing.map(({ path, reason }) => `  ${look.say.labelled(inOneLine(path), inOneLine(reason))}`),
  ].join("\n");
}

/** What verifying found, as scripts read it. */
export function verifiedJson({ folder, at, isWhole, files, faults }: ShownVerification) {
  return { folder, at, whole: isWhole, checked: files, faults: faults.map(({ path, fault }) => ({ path, fault })) };
}

/** What verifying found, a line for each file that differs. */
export function verifiedText(look: Pick<RenderOptions, "say">, shown: ShownVerification): string {
  const { exported: words } = look.say;
  const { folder, isWhole, files, faults } = shown;
  if (faults.length === 0 && isWhole) return words.verified(inOneLine(folder), files);
  return [...(isWhole ? [] : [words.notWhole]), ...faults.map((one) => exportFaultText(look.say, one))].join("\n");
}

/** A file of an export that is not as it was written, and how it is not. */
export function exportFaultText(
  { labelled, exported }: Pick<RenderOptions["say"], "labelled" | "exported">,
  { path, fault }: { readonly path: string; readonly fault: keyof RenderOptions["say"]["exported"]["faults"] },
): string {
  return labelled(inOneLine(path), exported.faults[fault]);
}
