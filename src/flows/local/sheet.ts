import { existsSync } from "node:fs";
import type { CompanySheet } from "../../domain/local/sheet.ts";
import { changeSheet, type SaidFacts } from "../../domain/local/sheet-facts.ts";
import { likelyMail } from "../../domain/local/way.ts";
import type { Ppm } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { type TypedTerms, writtenTerms } from "../../portage/sheet-terms.ts";
import { ONLY, yearIn } from "../../store/records/areas.ts";
import { readLines } from "../../store/records/lines.ts";
import { Records } from "../../store/records/records.ts";
import { Settings } from "../../store/settings.ts";
import { LocalActs } from "../../store/undo-log.ts";
import type { Session } from "../session.ts";
import { type KnownSheet, sheetIn } from "./known-sheet.ts";

/** What is odd of what was said: it is kept as it is, and read back. */
export type Doubt =
  | { readonly kind: "fee"; readonly ppm: Ppm }
  | { readonly kind: "mail"; readonly address: string; readonly likely: string }
  | { readonly kind: "folder"; readonly folder: string };

/** Fees outside of these are a slip more often than a fee: companies announce 3 to 10 %. */
const USUAL_FEES = { least: 10_000, most: 200_000 } as const;

/** Says what of a sheet is odd, of what was just said. */
export function doubtsOf(said: SaidFacts): Doubt[] {
  const { fee, deliver, deliverExpenses, email } = said;
  const ways = [deliver, deliverExpenses].flatMap((way) => way ?? []);
  const addresses = [...ways.flatMap((way) => (way.by === "mail" ? [way.to] : [])), ...(email == null ? [] : [email])];
  const isOdd = fee != null && (fee < USUAL_FEES.least || fee > USUAL_FEES.most);
  return [
    ...(isOdd ? [{ kind: "fee", ppm: fee } as const] : []),
    ...[...new Set(addresses)].flatMap((address) => {
      const likely = likelyMail(address);
      return likely === null ? [] : [{ kind: "mail", address, likely } as const];
    }),
    ...ways.flatMap((way) =>
      way.by === "folder" && !existsSync(way.folder) ? [{ kind: "folder", folder: way.folder } as const] : [],
    ),
  ];
}

/** What is to be known of mails that were just said to leave: they are made ready to be sent by hand, or no mail server is set yet. */
export function mailToKnow({ deliver, deliverExpenses }: SaidFacts, { folders }: Pick<Session["machine"], "folders">) {
  const mails = [deliver, deliverExpenses].flatMap((way) => (way?.by === "mail" ? [way.via] : []));
  if (mails.includes("eml")) return "by-hand";
  const hasServer = new Settings(folders).preferences.mail?.host !== undefined;
  return mails.includes("smtp") && !hasServer ? "no-server" : null;
}

/** Gives what is known of the company in use, as a sheet: what its porté said, or what a company with an API says of itself. */
export async function readSheet(session: Session): Promise<KnownSheet> {
  if (!session.isLocal) {
    const { sheetOfCompany } = await import("./company-sheet.ts");
    return { sheet: await sheetOfCompany(session), at: null, unread: [] };
  }
  const records = new Records(session.folder);
  const unread = records.years("sheet").flatMap((year) => {
    const file = records.fileOf("sheet", year);
    const { facts, texts } = readLines("sheet", file);
    return facts.length === texts.length ? [] : [{ file, count: texts.length - facts.length }];
  });
  return { ...sheetIn(records), unread };
}

/** @throws {PorteError} `local.connected` for a profile that has a company. */
export function assertLocal({ isLocal, profile, machine }: Session): void {
  if (isLocal) return;
  const company = new Settings(machine.folders).profile(profile)?.company ?? machine.env.PORTE_API_URL ?? "";
  throw new PorteError("local.connected", { profile, company });
}

/** What was typed of a sheet: facts by the names of their options, and terms of a simulation by theirs. */
export interface SheetInput {
  readonly facts: SaidFacts;
  readonly terms?: TypedTerms;
  /** What is no longer known. */
  readonly cleared?: readonly string[];
}

/** Changes what is known of the company by what was typed, and keeps it; `porte undo` takes that back. */
export async function saveSheet(session: Session, before: CompanySheet, input: SheetInput): Promise<CompanySheet> {
  const { facts, terms = {}, cleared = [] } = input;
  const gone = Object.fromEntries(cleared.map((name) => [name, null]));
  const after = changeSheet(before, { ...(gone as SaidFacts), ...facts }, { ...gone, ...writtenTerms(terms) });
  await keepSheet(session, after);
  return after;
}

/** Keeps a sheet on this machine. @throws {PorteError} `file.unwritable`, `file.busy`, `file.no_home`. */
export async function keepSheet({ machine, folder }: Session, sheet: CompanySheet): Promise<void> {
  const records = new Records(folder);
  const now = machine.now();
  const years = new Set([...records.years("sheet"), yearIn(now.toISOString())]);
  const files = [...years].map((year) => records.fileOf("sheet", year));
  const act = { kind: "sheet", about: sheet.company.name ?? "", now } as const;
  await new LocalActs(folder).record(act, files, () =>
    records.keepOwn(
      "me",
      now.toISOString(),
      { kind: "typed" },
      {
        area: "sheet",
        scope: "sheet",
        facts: [{ key: ONLY, value: sheet }],
      },
    ),
  );
}
