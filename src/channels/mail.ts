import MailComposer from "nodemailer/lib/mail-composer";
import type { Channel, Consignment } from "./channel.ts";
import { placeFile } from "./place-file.ts";

/**
 * Writes a mail as it goes over the wire.
 * @param headers what else stands at its head.
 */
export function composed(
  { messageId, date, from, to, subject, text, enclosures }: Consignment,
  headers: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const attachments = enclosures.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes) }));
  const sender = from.address === "" ? {} : { from };
  const composer = new MailComposer({
    messageId,
    date,
    ...sender,
    to,
    subject,
    text,
    attachments,
    headers: { ...headers },
  });
  return composer.compile().build();
}

/** Writes a mail as a file for the mail program, which opens it to be sent. */
export function emlChannel(folder: string): Channel {
  return {
    capabilities: { carriesFiles: true, knowsArrival: false, isRepeatable: true },
    send: async (consignment) => {
      /** What the mail programs of Apple and Microsoft know a draft by. */
      const mail = await composed(consignment, { "X-Unsent": "1" });
      const stem = consignment.enclosures[0]?.name.replace(/\.\w+$/, "") ?? "message";
      return { state: "prepared", place: placeFile(folder, `${stem}.eml`, mail) };
    },
  };
}
