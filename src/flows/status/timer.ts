import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFolder, removeFile, writeWhole } from "../../store/files.ts";

/** How `porte remind` is called on a machine. */
export interface Calling {
  readonly nodePath: string;
  readonly packageFolder: string;
  /** What is typed after `porte remind`. */
  readonly words: readonly string[];
}

/** A file of a user's own systemd. */
export interface UnitFile {
  readonly file: string;
  readonly text: string;
}

/** On working days, once the quiet hours are over. */
const HOUR = 9;
const NAME = "porte-remind";

/** The line of a crontab that reminds: what is printed there is mailed to its user. */
export function cronLine(calling: Calling): string {
  return `0 ${HOUR} * * 1-5 ${commandOf(calling).map(shellWord).join(" ").replaceAll("%", "\\%")}`;
}

/** The files of a user's systemd that remind. */
export function unitFiles(calling: Calling, folder: string): readonly UnitFile[] {
  const service = ["[Unit]", "Description=porte remind", "", "[Service]", "Type=oneshot"];
  const exec = `ExecStart=${commandOf({ ...calling, words: [...calling.words, "--notify"] })
    .map(unitWord)
    .join(" ")}`;
  const timer = ["[Unit]", "Description=porte remind", "", "[Timer]"];
  const at = [`OnCalendar=Mon..Fri *-*-* ${String(HOUR).padStart(2, "0")}:00:00 Europe/Paris`, "Persistent=true"];
  const lines = (...parts: readonly string[]) => `${parts.join("\n")}\n`;
  return [
    { file: join(folder, `${NAME}.service`), text: lines(...service, exec) },
    { file: join(folder, `${NAME}.timer`), text: lines(...timer, ...at, "", "[Install]", "WantedBy=timers.target") },
  ];
}

/** The folder of a user's own units. */
export function unitFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_CONFIG_HOME || join(env.HOME ?? "", ".config"), "systemd", "user");
}

/** Writes the files, and names those that were not so already. @throws {PorteError} `file.unwritable`. */
export async function installUnits(files: readonly UnitFile[]): Promise<string[]> {
  const changed = files.filter(({ file, text }) => !existsSync(file) || readFileSync(file, "utf8") !== text);
  for (const { file, text } of changed) {
    ensureFolder(join(file, ".."));
    await writeWhole(file, text);
  }
  return changed.map(({ file }) => file);
}

/** Removes the files, and names those that were there. @throws {PorteError} `file.unwritable`. */
export function uninstallUnits(files: readonly UnitFile[]): string[] {
  const there = files.filter(({ file }) => existsSync(file));
  for (const { file } of there) removeFile(file);
  return there.map(({ file }) => file);
}

function commandOf({ nodePath, packageFolder, words }: Calling): string[] {
  return [nodePath, join(packageFolder, "bin", "porte.js"), "remind", ...words];
}

function shellWord(word: string): string {
  return /^[\w./:=+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** As systemd reads it: in quotes, with what it would replace written twice. */
function unitWord(word: string): string {
  const text = word.replace(/[%$]/g, "$&$&");
  return /^[\w./:=+@%$-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}
