import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Month, monthOf } from "../../domain/calendar.ts";
import { dossierKey, type FiledDelivery, type FiledDossier } from "../../domain/local/filed.ts";
import type { Way } from "../../domain/local/sheet.ts";
import { sum } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { dossierMail, dossierNames } from "../../papers/dossier-mail.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { whileLocked } from "../../store/files.ts";
import { type DossierWords, dossierPdf, type Listed, listedDraft } from "../expenses/dossier.ts";
import { draftsOf, lacksReceipt } from "../expenses/drafts.ts";
import { type SheetForm, sheetOf as tableOf } from "../expenses/export.ts";
import type { Session } from "../session.ts";
import { tidy } from "../tidy-file.ts";
import { deliver, deliveryOf, type Parcel, redeliver } from "./deliver.ts";
import { dossiersOf, dropDossier, fileDrafts, keepDossier, type SentDossier, sentDossiers } from "./dossiers.ts";
import { sheetOf } from "./month-to-print.ts";

/** How the files of a dossier are written. */
export type DossierForm = DossierWords & { readonly form: SheetForm };

/** Expenses are saved, to be printed or handed over, where nobody said where they go. */
const USUAL_WAY: Way = { by: "print" };
/** How long another process may take to deliver a dossier, milliseconds. */
const TURN_MS = 90_000;

/**
 * Sends expenses as a dossier of each month: its PDF, its table and the receipts in one archive, the way that the sheet says. What lacks its
 * receipt stays. A dossier is noted before anything leaves; its expenses are drafts until it has left, or may have.
 * @returns each with how it stands: `waiting` and `failed` have not arrived, and their expenses are drafts as before.
 * @throws {PorteError} what `deliver` throws: nothing of that month has left then.
 */
export async function submitDossiers(
  session: Session,
  drafts: readonly ExpenseDraft[],
  form: DossierForm,
): Promise<SentDossier[]> {
  const ready = drafts.filter((draft) => !lacksReceipt(draft));
  const months = [...new Set(ready.map(({ date }) => monthOf(date)))].sort();
  const done: SentDossier[] = [];
  for (const month of months) {
    const asked = new Set(ready.flatMap(({ id, date }) => (monthOf(date) === month ? [id] : [])));
    done.push(...(await inTurn(session, month, () => submitMonth(session, month, asked, form))));
  }
  return done;
}

/** Does something with the dossiers of a month while no other process does. */
export function inTurn<Value>(
  { folder }: Pick<Session, "folder">,
  month: Month,
  work: () => Promise<Value>,
): Promise<Value> {
  return whileLocked(join(folder, "dossiers", month), work, TURN_MS);
}

async function submitMonth(
  session: Session,
  month: Month,
  asked: ReadonlySet<string>,
  form: DossierForm,
): Promise<SentDossier[]> {
  const before = await resumeMonth(session, month);
  const own = (await draftsOf(session).list()).filter(({ id }) => asked.has(id));
  const marked = (await Promise.all(own.map((draft) => markTried(session, draft, true)))).filter((one) => one !== null);
  if (marked.length === 0) return before;
  const number = Math.max(0, ...dossiersOf(session, month).map((one) => one.number)) + 1;
  const dossier: FiledDossier = {
    ...{ month, number, proof: null, at: session.machine.now().toISOString() },
    expenses: marked.map(({ id, key }) => ({ id, key })),
    amountCents: sum(marked.map(({ amountCents }) => amountCents)),
    delivery: randomUUID(),
  };
  await keepDossier(session, dossier);
  const parcel = await parcelOf(session, dossier, marked, form);
  return [...before, await settled(session, dossier, () => deliver(session, parcel))];
}

/** Marks a draft as one that may have left, or that has not; null for one that was changed, sent or removed meanwhile. */
function markTried(session: Session, draft: ExpenseDraft, isTried: boolean): Promise<ExpenseDraft | null> {
  const drafts = draftsOf(session);
  return drafts.inTurn(draft.id, async (now) =>
    now === null || now.key !== draft.key ? null : drafts.keep({ ...now, isTried }),
  );
}

/** Has a dossier leave, and its expenses be sent, or drafts again where nothing of it arrived. */
async function settled(
  session: Session,
  dossier: FiledDossier,
  leave: () => Promise<FiledDelivery>,
): Promise<SentDossier> {
  try {
    const delivery = await leave();
    await settle(session, dossier, delivery);
    return { dossier, delivery };
  } catch (failure) {
    /** What is noted may have left; what is not has not. */
    if (failure instanceof PorteError && deliveryOf(session, dossier.delivery) === null)
      await giveBack(session, dossier);
    throw failure;
  }
}

async function settle(session: Session, dossier: FiledDossier, delivery: FiledDelivery): Promise<void> {
  const drafts = await draftsIn(session, dossier);
  if (delivery.state === "failed") await giveBack(session, dossier);
  else if (delivery.state === "waiting") for (const draft of drafts) await markTried(session, draft, false);
  else await fileDrafts(session, drafts, delivery.at);
}

/** The drafts of a dossier, as they are: those that were changed since are not among them. */
async function draftsIn(session: Session, { expenses }: FiledDossier): Promise<ExpenseDraft[]> {
  const keys = new Map(expenses.map(({ id, key }) => [id, key]));
  return (await draftsOf(session).list()).filter(({ id, key }) => keys.get(id) === key);
}

/** Has a dossier be none: its expenses are drafts that nobody has. */
async function giveBack(session: Session, dossier: FiledDossier): Promise<void> {
  for (const draft of await draftsIn(session, dossier)) await markTried(session, draft, false);
  await dropDossier(session, dossier);
}

/**
 * Takes up the dossiers that something stopped, and those that wait. What may have left is filed so, and leaves again unasked no more; what
 * waits leaves as it was made, unless an expense of it was changed since: then it is none, and its expenses are drafts.
 */
async function resumeMonth(session: Session, month: Month): Promise<SentDossier[]> {
  const done: SentDossier[] = [];
  for (const dossier of dossiersOf(session, month)) {
    const delivery = deliveryOf(session, dossier.delivery);
    const drafts = await draftsIn(session, dossier);
    const hasLeft = delivery !== null && delivery.state !== "waiting";
    if (hasLeft && drafts.length === 0 && delivery.state !== "sending") continue;
    const isWhole = drafts.length === dossier.expenses.length;
    if (delivery === null || (delivery.state === "waiting" && !isWhole)) await giveBack(session, dossier);
    else done.push(await settled(session, dossier, () => redeliver(session, delivery, false)));
  }
  return done;
}

/** Takes up every dossier that something stopped or that waits, month by month. */
export async function resumeDossiers(session: Session): Promise<SentDossier[]> {
  const done: SentDossier[] = [];
  for (const month of new Set(dossiersOf(session).map((one) => one.month)))
    done.push(...(await inTurn(session, month, () => resumeMonth(session, month))));
  return done;
}

/**
 * Sends again the dossiers of a month just as they left, because somebody asks for it: those of which nobody knows whether they arrived, else
 * the last one.
 * @throws {PorteError} `delivery.no_dossier` where none left; `file.unreadable`, and what `deliver` throws.
 */
export function resendDossiers(session: Session, month: Month): Promise<SentDossier[]> {
  return inTurn(session, month, async () => {
    const resumed = await resumeMonth(session, month);
    const left = sentDossiers(session, month);
    const unknown = left.filter(({ delivery }) => delivery.state === "unknown");
    if (unknown.length === 0 && resumed.length > 0) return resumed;
    const meant = unknown.length > 0 ? unknown : left.slice(-1);
    if (meant.length === 0) throw new PorteError("delivery.no_dossier", { month });
    const done: SentDossier[] = [];
    for (const { dossier, delivery } of meant)
      done.push(await settled(session, dossier, () => redeliver(session, delivery, true)));
    return done;
  });
}

async function parcelOf(
  session: Session,
  dossier: FiledDossier,
  drafts: readonly ExpenseDraft[],
  form: DossierForm,
): Promise<Parcel> {
  const { month, number, amountCents, delivery: id } = dossier;
  const { name } = await session.reader.me();
  const byDay = drafts.toSorted((one, other) => one.date.localeCompare(other.date));
  const receipts = byDay.filter(({ receipt }) => receipt !== null).length;
  return {
    ...{ id, about: "expenses", month, way: sheetOf(session).delivery.expenses ?? USUAL_WAY },
    ...dossierMail({ month, name, number, expenses: drafts.length, receipts, amountCents }),
    draw: async () => {
      const stem = tidy(`${dossierNames.word}-${dossierKey(dossier)}-${name}`);
      return [{ name: `${stem}.zip`, bytes: await archive(session, dossier, byDay, stem, form) }];
    },
  };
}

/** Draws a dossier: its PDF, its table, and each receipt as it was given, under its number there. */
async function archive(
  session: Session,
  { month, at }: FiledDossier,
  drafts: readonly ExpenseDraft[],
  stem: string,
  form: DossierForm,
): Promise<Uint8Array> {
  const listed: Listed[] = drafts
    .map(listedDraft)
    .map(({ expense, receipt }) => ({ expense: { ...expense, state: "submitted" }, receipt }));
  const { bytes } = await dossierPdf(session, month, listed, form);
  const table = await tableOf(
    session,
    listed.map(({ expense }) => expense),
    form.form,
  );
  const receipts = drafts.flatMap(({ receipt }, index) => {
    const content = listed[index]?.receipt?.bytes;
    if (receipt === null || content === undefined) return [];
    const [, base = receipt.name, end = ""] = /^(.*?)(\.[A-Za-z0-9]+)?$/.exec(receipt.name) ?? [];
    const place = `${dossierNames.receipts}/${String(index + 1).padStart(2, "0")}-${tidy(base)}${end.toLowerCase()}`;
    return [{ name: place, bytes: content }];
  });
  const { archiveOf } = await import("../../papers/archive.ts");
  const files = [
    { name: `${stem}.pdf`, bytes },
    { name: `${stem}.csv`, bytes: Buffer.from(table) },
  ];
  return archiveOf([...files, ...receipts], new Date(at));
}
