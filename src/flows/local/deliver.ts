import { join } from "node:path";
import type { Channel, Consignment, Enclosure, Sent } from "../../channels/channel.ts";
import { type FiledDelivery, type FiledDocument, wayOf } from "../../domain/local/filed.ts";
import type { Way } from "../../domain/local/sheet.ts";
import { readAddress } from "../../domain/mail-address.ts";
import { PorteError } from "../../errors.ts";
import { ensureFolder, whileLocked } from "../../store/files.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import { Settings } from "../../store/settings.ts";
import { channelOf, outgoingFolder } from "../channel.ts";
import type { Session } from "../session.ts";
import { keepSaid } from "./keep-said.ts";

/** A session without a company, as far as what leaves it needs. */
export type Sender = Pick<Session, "machine" | "folder" | "reader">;

/** What is to be delivered. */
export interface Parcel {
  /** The same for every try: what was delivered under it never leaves twice. */
  readonly id: string;
  readonly about: FiledDelivery["about"];
  readonly month: FiledDelivery["month"];
  readonly way: Way;
  readonly subject: string;
  readonly text: string;
  /** Makes the files: once, at the first try. The first one is the document itself. */
  readonly draw: () => Promise<readonly Enclosure[]>;
  /** Whether what may have arrived is sent again: somebody asked for it. */
  readonly isAskedAgain?: boolean;
}

/** How long another process may take to deliver the same, milliseconds. */
const TURN_MS = 90_000;

/**
 * Delivers documents the way that is given, in turn with every other process. It is on the disk as `sending` before anything leaves, with
 * the hash of what leaves, the recipient and the Message-ID; what is found so later may have arrived, and is `unknown`. What was delivered
 * or prepared under its id is left alone; what is `unknown` leaves again only when it is asked for, under the same Message-ID.
 * @returns how it stands: `waiting` where it can be tried again without asking, `failed` where it is known not to have arrived.
 * @throws {PorteError} `delivery.address`, `delivery.no_server`, `delivery.plain`, `file.unwritable`: nothing has left then.
 */
export function deliver(sender: Sender, parcel: Parcel): Promise<FiledDelivery> {
  return whileLocked(join(sender.folder, "deliveries", parcel.id), () => deliverInTurn(sender, parcel), TURN_MS);
}

/** Finds a delivery by its id; null where there is none. */
export function deliveryOf({ folder }: Pick<Session, "folder">, id: string): FiledDelivery | null {
  return new Records(folder).find("deliveries", id, OWN)?.value ?? null;
}

/** Keeps how a delivery stands. @throws {PorteError} `file.unwritable`, `file.busy`. */
export async function keepDelivery(session: Pick<Session, "machine" | "folder">, value: FiledDelivery) {
  await keepSaid(session, { scope: "deliveries", area: "deliveries", facts: [{ key: value.id, value }] });
  return value;
}

/** Notes that somebody has it: whoever decided on it has had it. @param at when it left; null where nobody said. */
export async function keepArrived(
  session: Pick<Session, "machine" | "folder">,
  delivery: FiledDelivery,
  at: string | null,
): Promise<FiledDelivery> {
  if (delivery.state === "delivered") return delivery;
  return keepDelivery(session, { ...delivery, state: "delivered", at: at ?? delivery.at, reason: null });
}

async function deliverInTurn(sender: Sender, parcel: Parcel): Promise<FiledDelivery> {
  const before = deliveryOf(sender, parcel.id);
  const left = before === null || parcel.isAskedAgain === true ? null : await leftBefore(sender, before);
  if (left !== null) return left;
  const { way } = parcel;
  const to = recipientOf(way);
  const channel = await channelOf(sender, way);
  const from = await senderOf(sender, way);
  const records = new Records(sender.folder);
  const documents = (await keptAgain(records, before)) ?? (await drawn(records, parcel));
  ensureFolder(outgoingFolder(sender));
  const sending: FiledDelivery = {
    ...{ id: parcel.id, about: parcel.about, month: parcel.month, state: "sending" },
    ...{ by: way.by, via: way.by === "mail" ? way.via : null, to, at: sender.machine.now().toISOString() },
    messageId: way.by === "mail" ? (before?.messageId ?? messageIdOf(parcel.id, from.address, way.to)) : null,
    documents: documents.map(({ file, sha256 }) => ({ file, sha256 })),
    ...{ subject: parcel.subject, text: parcel.text, place: null, reason: null },
  };
  await keepDelivery(sender, sending);
  const after = await sentBy(channel, sending, from, documents);
  /** What may have arrived once is not known to be lost because it did not arrive again. */
  const isKnownLess = before !== null && MAY_BE_THERE.has(before.state) && NOT_THERE.has(after.state);
  return keepDelivery(
    sender,
    isKnownLess ? { ...after, state: before.state === "sending" ? "unknown" : before.state } : after,
  );
}

/** How a delivery stands that nothing leaves for again unasked; null for one that may leave. */
async function leftBefore(sender: Sender, before: FiledDelivery): Promise<FiledDelivery | null> {
  if (before.state === "delivered" || before.state === "prepared" || before.state === "unknown") return before;
  if (before.state !== "sending" || isRepeatable(before)) return null;
  return keepDelivery(sender, { ...before, state: "unknown", reason: "interrupted" });
}

const MAY_BE_THERE: ReadonlySet<string> = new Set(["sending", "unknown", "delivered"]);
const NOT_THERE: ReadonlySet<string> = new Set(["waiting", "failed"]);

/**
 * Sends again what was to leave, just as it was: the same files under the same Message-ID.
 * @param isAskedAgain whether what may have arrived leaves again.
 * @throws {PorteError} what `deliver` throws; `file.unreadable` where a file is no longer what it was.
 */
export function redeliver(sender: Sender, delivery: FiledDelivery, isAskedAgain: boolean): Promise<FiledDelivery> {
  const { id, about, month, subject, text, documents } = delivery;
  const draw = async () => {
    const file = new Records(sender.folder).documentFile(documents[0]?.file ?? "");
    throw new PorteError("file.unreadable", { file, reason: "ENOENT" });
  };
  return deliver(sender, { id, about, month, way: wayOf(delivery), subject, text, draw, isAskedAgain });
}

/** Sends the months that wait for their client. Oldest first. */
export async function redeliverWaiting(sender: Sender): Promise<FiledDelivery[]> {
  const waiting = new Records(sender.folder)
    .latest("deliveries", OWN)
    .flatMap(({ value }) => (value?.about === "client" && RETRIED.has(value.state) ? [value] : []));
  const done: FiledDelivery[] = [];
  for (const one of waiting) done.push(await redeliver(sender, one, false));
  return done;
}

/** What `sync` looks at: what waits, and what was interrupted. */
const RETRIED: ReadonlySet<string> = new Set(["waiting", "sending"]);

/** Putting a file somewhere twice is putting it there once; a mail is not. */
function isRepeatable({ via }: FiledDelivery): boolean {
  return via !== "smtp";
}

/** A file as it is kept and as it leaves. */
type Kept = FiledDocument & Enclosure;

async function sentBy(
  channel: Channel,
  delivery: FiledDelivery,
  from: Consignment["from"],
  documents: readonly Kept[],
): Promise<FiledDelivery> {
  const { messageId, at, to, subject, text } = delivery;
  const letter = { messageId: messageId ?? "", date: new Date(at), from, to: to ?? "", subject, text };
  return { ...delivery, ...stateOf(await channel.send({ ...letter, enclosures: documents })) };
}

function stateOf(sent: Sent): Pick<FiledDelivery, "state" | "place" | "reason"> {
  switch (sent.state) {
    case "delivered":
    case "prepared":
      return { state: sent.state, place: sent.place, reason: null };
    case "failed":
      return { state: sent.isPassing ? "waiting" : "failed", place: null, reason: sent.reason };
    case "unknown":
      return { state: "unknown", place: null, reason: sent.reason };
  }
}

/** @throws {PorteError} `delivery.address`. */
function recipientOf(way: Way): string | null {
  if (way.by === "mail") return readAddress(way.to);
  return way.by === "folder" ? way.folder : null;
}

/** Whoever sends. A mail needs an address to be answered at. @throws {PorteError} `delivery.no_server`, `delivery.address`. */
async function senderOf({ machine, reader }: Sender, way: Way): Promise<Consignment["from"]> {
  const { name, email } = await reader.me();
  const address = new Settings(machine.folders).preferences.mail?.from ?? email;
  if (way.by !== "mail") return { name, address };
  if (address !== "") return { name, address: readAddress(address) };
  /** A mail program writes its own sender. */
  if (way.via !== "smtp") return { name, address };
  throw new PorteError("delivery.no_server", { missing: "from" });
}

/** What names a mail wherever it goes: at its sender's host, or its recipient's where the sender is not known here. */
function messageIdOf(id: string, from: string, to: string): string {
  const address = from === "" ? to : from;
  return `<${id}@${address.slice(address.indexOf("@") + 1).trim()}>`;
}

/** The files of an earlier try, as they were kept; null where they are no longer what they were. */
async function keptAgain(records: Records, before: FiledDelivery | null): Promise<readonly Kept[] | null> {
  if (before === null) return null;
  const bytes = await Promise.all(before.documents.map((one) => records.document(one)));
  const found = before.documents.flatMap((one, index) => {
    const kept = bytes[index];
    return kept == null ? [] : [{ ...one, name: one.file.slice(one.file.indexOf("_") + 1), bytes: kept }];
  });
  return found.length === 0 || found.length < before.documents.length ? null : found;
}

/** Makes the files, and keeps each under the delivery's own name beside the facts. */
async function drawn(records: Records, { id, draw }: Parcel): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const enclosure of await draw())
    kept.push({
      ...enclosure,
      ...(await records.keepDocument(`${id.slice(0, ID_LETTERS)}_${enclosure.name}`, enclosure.bytes)),
    });
  return kept;
}

/** Enough of an id to tell the files of deliveries apart. */
const ID_LETTERS = 13;

/** The link that opens a mail which carries no file; null for what is no such mail. */
export async function mailLink({ via, to, subject, text }: FiledDelivery): Promise<string | null> {
  if (via !== "mailto") return null;
  const { mailtoLink } = await import("../../channels/mailto.ts");
  return mailtoLink(to ?? "", subject, text);
}
