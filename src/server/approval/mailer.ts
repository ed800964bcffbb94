import { createTransport } from "nodemailer";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { takeSigningMail } from "../documents/mail.ts";
import { takeReminderMail } from "../invoices/mail.ts";
import { takeApprovalMail } from "./words.ts";

/** Where mail leaves from, and under what name. */
export interface MailOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly smtp: string;
  readonly from: string;
}

/** A mail that is to leave, and what notes that it has. */
export interface MailToSend {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer }[];
  readonly note: () => Promise<void>;
}

/** What mails wait: each gives its next one, for this process alone. */
const SOURCES: readonly ((deps: Deps) => Promise<MailToSend | null>)[] = [
  takeApprovalMail,
  takeSigningMail,
  takeReminderMail,
];

const IDLE_MS = 1_000;
const SILENCE_MS = 10_000;

/** How long a mail that is leaving is waited for; one that is cut leaves again after the next start. */
const STOP_MS = 1_000;

/** Mails each link that waits, for as long as the company runs; what cannot leave is tried again later. Gives what stops it. */
export function startMailer(
  deps: Deps,
  { smtp, from }: MailOptions,
  warn: (failure: unknown) => void,
): () => Promise<void> {
  const transport = createTransport({
    url: smtp,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
  });
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let turn = Promise.resolve();
  const work = async () => {
    for (const take of SOURCES)
      for (let mail = await take(deps); mail !== null && !isStopped; mail = await take(deps))
        await send(mail).catch(warn);
  };
  const send = async ({ recipient, subject, text, attachments = [], note }: MailToSend) => {
    const { name } = await companyProfile(deps);
    const mail = { from: { name, address: from }, to: recipient, subject, text };
    await transport.sendMail({ ...mail, attachments: [...attachments] });
    await note();
  };
  const next = () => {
    turn = work()
      .catch(warn)
      .then(() => {
        if (!isStopped) timer = setTimeout(next, IDLE_MS).unref();
      });
  };
  next();
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS).unref());
    await Promise.race([turn, late]);
    transport.close();
  };
}
