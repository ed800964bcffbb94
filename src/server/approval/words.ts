import { totalsOf } from "../../domain/activity.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { linkAddress } from "./links.ts";
import { type LinkToMail, noteMailed, takeLinkToMail } from "./mail.ts";
import type { MailToSend } from "./mailer.ts";

/** Takes the next mail by which a client is asked about a month; null where none waits. */
export async function takeApprovalMail(deps: Deps): Promise<MailToSend | null> {
  const link = await takeLinkToMail(deps);
  if (link === null) return null;
  return { recipient: link.recipient, ...(await words(deps, link)), note: () => noteMailed(deps, link.id) };
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
