import { createTransport } from "nodemailer";
import { totalsOf } from "../../domain/activity.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { linkAddress } from "./links.ts";
import { type LinkToMail, noteMailed, takeLinkToMail } from "./mail.ts";

/** Where mail leaves from, and under what name. */
export interface MailOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly smtp: string;
  readonly from: string;
}

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
    for (let link = await takeLinkToMail(deps); link !== null && !isStopped; link = await takeLinkToMail(deps))
      await mail(link).catch(warn);
  };
  const mail = async (link: LinkToMail) => {
    const [{ name }, { subject, text }] = await Promise.all([companyProfile(deps), words(deps, link)]);
    await transport.sendMail({ from: { name, address: from }, to: link.recipient, subject, text });
    await noteMailed(deps, link.id);
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

async function words(deps: Deps, link: LinkToMail): Promise<{ subject: string; text: string }> {
  const [{ clientMail, format }, address, { name }] = await Promise.all([
    catalogueOf(link.language),
    linkAddress(deps, link),
    companyProfile(deps),
  ]);
  const { mission = 0, unbilled = 0 } = totalsOf(link.days);
  const month = format.month(link.month);
  return {
    subject: clientMail.subject(link.porte, month),
    text: clientMail.text({
      porte: link.porte,
      month,
      days: format.days(mission + unbilled),
      address,
      until: format.instant(link.expires_at.toISOString()),
      company: name,
    }),
  };
}
