import { join } from "node:path";
import type { Channel } from "../channels/channel.ts";
import type { Way } from "../domain/local/sheet.ts";
import type { Session } from "./session.ts";

/** What leaves through a company's API, and what leaves as a document. */
export type End = "company" | "document";

/** Says how what is declared or claimed in a session leaves: the one place that decides it. */
export function endOf({ isLocal }: Pick<Session, "isLocal">): End {
  return isLocal ? "document" : "company";
}

/** The folder of what is ready to be sent by hand. */
export function outgoingFolder({ folder }: Pick<Session, "folder">): string {
  return join(folder, "outgoing");
}

/**
 * Opens the channel of a way to deliver documents: what it needs is loaded then.
 * @throws {PorteError} `delivery.no_server`, `delivery.plain`, `auth.keyring` where it leads to no mail server.
 */
export async function channelOf(session: Pick<Session, "machine" | "folder">, way: Way): Promise<Channel> {
  const ready = outgoingFolder(session);
  if (way.by === "folder") return (await import("../channels/folder.ts")).folderChannel(way.folder);
  if (way.by === "print") return (await import("../channels/folder.ts")).printChannel(ready);
  if (way.via === "eml") return (await import("../channels/mail.ts")).emlChannel(ready);
  if (way.via === "mailto") return (await import("../channels/mailto.ts")).mailtoChannel(ready);
  const { mailServerOf } = await import("./local/mail-server.ts");
  const server = await mailServerOf(session.machine);
  return (await import("../channels/smtp.ts")).smtpChannel(server);
}
