import { domainTables } from "../domain/law-tables.ts";
import { PorteError } from "../errors.ts";
import { addLaw, inOrder, type LawText, type ReadLaw } from "../payroll/law-rows.ts";
import { LEGISLATION, monthTables, openTables, payDateTables, uncheckedOn } from "../payroll/legislation.ts";
import type { Folders } from "../store/folders.ts";
import { LawFiles, readLawText } from "../store/law-files.ts";
import type { LeftOut } from "./law-in-use.ts";

/** The law of this machine: the release's rows and those of the files that were added, and the files that no longer fit. */
export interface MachineLaw extends ReadLaw {
  readonly leftOut: readonly LeftOut[];
}

/** The rows of this release alone. */
const RELEASE: MachineLaw = { law: LEGISLATION, added: [], leftOut: [] };

/** Reads the files that are kept here. One that no longer fits is left out: the release that outgrew it goes on working. */
export function machineLaw(folders: Folders, without: string | null = null): MachineLaw {
  const files = new LawFiles(folders);
  const kept = files.files().filter((file) => without === null || file !== files.fileOf(without));
  if (kept.length === 0) return RELEASE;
  const texts: LawText[] = [];
  const leftOut: LeftOut[] = [];
  const trying = (file: string, work: () => void) => {
    try {
      work();
    } catch (failure) {
      if (!(failure instanceof PorteError)) throw failure;
      leftOut.push({ file, failure });
    }
  };
  for (const file of kept) trying(file, () => texts.push({ file, text: readLawText(file) }));
  let read: ReadLaw = RELEASE;
  for (const text of inOrder(texts))
    trying(text.file, () => {
      const { law, rows } = addLaw(read.law, text);
      read = { law, added: [...read.added, rows] };
    });
  return { ...read, leftOut };
}

/** A file that fits, the law that it makes, and what it still leaves unchecked on its last day. */
export interface CheckedLaw extends MachineLaw {
  readonly name: string;
  readonly text: string;
  readonly tables: readonly { readonly name: string; readonly steps: number; readonly checkedUntil: string }[];
  /** The last day that the file speaks of, and the tables of payroll that are not checked for it. */
  readonly until: string;
  readonly lacking: readonly string[];
  /** The tables of expenses, trips and working time that are not checked for it. */
  readonly lackingRules: readonly string[];
}

/** Reads a file against the law of this machine, without keeping it. @throws {PorteError} `law.file`, `file.unreadable`. */
export function checkLaw(folders: Folders, file: string): CheckedLaw {
  const text = readLawText(file);
  /** It is read twice: first for its name, since it stands in for a kept file of the same one. */
  const { name } = addLaw(LEGISLATION, { file, text }).rows;
  const before = machineLaw(folders, name);
  const { law, rows } = addLaw(before.law, { file, text });
  const tables = openTables(law)
    .filter((table) => rows.tables.has(table.name))
    .map((table) => ({
      name: table.name,
      steps: rows.tables.get(table.name)?.steps.length ?? 0,
      checkedUntil: table.checkedUntil,
    }));
  const days = [...rows.tables.values()].flatMap(({ checkedUntil, steps }) => [
    checkedUntil ?? "",
    ...steps.map(({ from }) => from),
  ]);
  const until = days.toSorted().at(-1) ?? "";
  const lacking = uncheckedOn([...monthTables(law), ...payDateTables(law)], until);
  const lackingRules = uncheckedOn(domainTables(law.domain), until);
  return { ...before, law, added: [...before.added, rows], name, text, tables, until, lacking, lackingRules };
}

/** Keeps a file on this machine, once it is known to fit. @throws {PorteError} `law.file`, `law.exists`, `file.unwritable`. */
export async function keepLaw(
  folders: Folders,
  file: string,
  isForced: boolean,
): Promise<CheckedLaw & { readonly state: "added" | "replaced" | "known"; readonly kept: string }> {
  const checked = checkLaw(folders, file);
  const files = new LawFiles(folders);
  const state = await files.keep(checked.name, checked.text, isForced);
  return { ...checked, state, kept: files.fileOf(checked.name) };
}

/** Takes a kept file away, and gives where it was. @throws {PorteError} `law.unknown`. */
export async function removeLaw(folders: Folders, name: string): Promise<string> {
  const files = new LawFiles(folders);
  const asked = name.normalize("NFC");
  if (!(await files.remove(asked))) throw new PorteError("law.unknown", { name: asked, names: files.names() });
  return files.fileOf(asked);
}
