import PostalMime from "postal-mime";

/** What a mail says at its head, and what it carries. */
export interface MailRead {
  readonly from: string | null;
  /** The instant that it bears; null where it bears none that can be read. */
  readonly date: string | null;
  readonly subject: string | null;
  readonly attachments: readonly string[];
}

/** Reads a mail that somebody saved; null for what is none. */
export async function readMail(bytes: Uint8Array): Promise<MailRead | null> {
  const { from, date, subject, attachments, headers } = await PostalMime.parse(bytes);
  if (headers.length === 0) return null;
  const instant = date === undefined ? Number.NaN : Date.parse(date);
  return {
    from: from?.address ?? null,
    date: Number.isNaN(instant) ? null : new Date(instant).toISOString(),
    subject: subject ?? null,
    attachments: attachments.map(({ filename }) => filename ?? ""),
  };
}
