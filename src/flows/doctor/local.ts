import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { addDays, type Day } from "../../domain/calendar.ts";
import type { CheckName } from "../../domain/doctor.ts";
import { checkedUntil } from "../../payroll/legislation.ts";
import { CredentialStore, hasKeyring, KEYRING_PACKAGE } from "../../store/credentials.ts";
import { ensureFolder, removeFile, writeWhole } from "../../store/files.ts";
import { ReportDrafts } from "../../store/report-drafts.ts";
import { Settings } from "../../store/settings.ts";
import { machineLaw } from "../law.ts";
import { type Machine, ownerOf, profileName } from "../session.ts";
import { better, broken, type Finding, fine } from "./finding.ts";

/** What is looked at on this machine alone. */
type LocalCheck = Extract<
  CheckName,
  "settings" | "credentials" | "keyring" | "locks" | "disk" | "outbox" | "rates" | "tesseract"
>;

export const LOCAL: Readonly<Record<LocalCheck, (machine: Machine) => Finding | Promise<Finding>>> = {
  settings: ({ folders }) => {
    const { file } = new Settings(folders);
    return existsSync(file) ? fine("settings-read", file) : fine("settings-none", file);
  },
  credentials,
  keyring: async () => ((await hasKeyring()) ? fine("keyring-found") : better("keyring-absent", KEYRING_PACKAGE)),
  locks,
  disk,
  outbox: async (machine) => {
    const { folder } = await ownerOf(machine);
    const waiting = await new ReportDrafts(folder).waiting();
    const queued = waiting.filter(({ state }) => state === "queued").map(({ month }) => month);
    return queued.length === 0 ? fine("outbox-empty") : better("outbox-waits", ...queued);
  },
  rates: ({ folders, today }) => ratesAt(folders, today()),
  tesseract: ({ env }) => {
    const found = programIn(env.PATH ?? "", "tesseract");
    return found === null ? better("tesseract-absent") : fine("tesseract-found", found);
  },
};

/** Says who the next request would be from, and whether its secret is there and nobody else's to read. */
async function credentials(machine: Machine): Promise<Finding> {
  if (machine.env.PORTE_TOKEN?.trim()) return fine("token-in-environment");
  const settings = new Settings(machine.folders);
  const profile = profileName(machine, settings);
  const known = settings.profile(profile);
  if (known === null) return better("not-logged-in", profile);
  const store = new CredentialStore(machine.folders);
  const found = await store.find(profile, known.secretIn);
  if (found === null) return broken("secret-missing", profile);
  const file = store.fileOf(profile);
  const isOpen = found.place === "file" && process.platform !== "win32" && (statSync(file).mode & OTHERS) !== 0;
  return isOpen ? broken("secret-open", file) : fine("logged-in", known.person, known.company, profile);
}

/** What a file's mode lets others than its owner do. */
const OTHERS = 0o077;
/** A turn that was not renewed for so long belongs to a process that was killed; the next one takes it over. */
const LEFT_MS = 60_000;

/** Looks for turns that a process which was killed has left. */
function locks({ folders }: Machine): Finding {
  const left = [folders.config, folders.data].flatMap((folder) =>
    namesUnder(folder)
      .filter((name) => name.endsWith(".lock"))
      .map((name) => join(folder, name))
      .filter((path) => Date.now() - statSync(path).mtimeMs > LEFT_MS),
  );
  return left.length === 0 ? fine("locks-free") : better("locks-left", ...left);
}

function namesUnder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
}

const LOW_BYTES = 20 * 1024 * 1024;

/** Writes a little where drafts are kept, and looks at what is left. @throws {PorteError} `file.unwritable`, `file.no_home`. */
async function disk({ folders }: Machine): Promise<Finding> {
  const trial = join(folders.data, "doctor.trial");
  ensureFolder(folders.data);
  await writeWhole(trial, "porte\n");
  removeFile(trial);
  const { bavail, bsize } = statfsSync(folders.data);
  const megabytes = Math.floor((bavail * bsize) / (1024 * 1024)).toString();
  return bavail * bsize < LOW_BYTES
    ? broken("disk-low", folders.data, megabytes)
    : fine("disk-free", folders.data, megabytes);
}

/** How long before its end a law that is about to be no longer known is told of. */
const SOON_DAYS = 31;

function ratesAt(folders: Machine["folders"], today: Day): Finding {
  const { payDate } = checkedUntil(machineLaw(folders).law);
  if (payDate < today) return broken("rates-past", payDate);
  return payDate < addDays(today, SOON_DAYS) ? better("rates-soon", payDate) : fine("rates-known", payDate);
}

function programIn(path: string, name: string): string | null {
  const names = process.platform === "win32" ? [`${name}.exe`, name] : [name];
  const files = path.split(delimiter).flatMap((folder) => names.map((one) => join(folder, one)));
  return files.find((file) => existsSync(file)) ?? null;
}
