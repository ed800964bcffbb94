import { invoiceState } from "../../domain/invoicing.ts";
import { share } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { nextTry } from "../approval/mail.ts";
import type { MailToSend } from "../approval/mailer.ts";
import { companyProfile } from "../company/queries.ts";
import type { Db, Deps } from "../deps.ts";
import { invoicePaper } from "./paper.ts";
import { ownedInvoice } from "./queries.ts";

/** Says whom a reminder of a mission's invoice is mailed to, and that it is to leave. @throws {PorteError} `company.no_mail`, `company.no_recipient`. */
export async function reminderMail(
  { asksClients, now }: Pick<Deps, "asksClients" | "now">,
  trx: Db,
  missionId: string,
) {
  if (!asksClients) throw new PorteError("company.no_mail", {});
  const mission = await trx
    .selectFrom("missions as mission")
    .leftJoin("clients as client", "client.id", "mission.client_id")
    .select(["mission.client", "mission.client_email", "mission.client_language", "client.contact_email"])
    .where("mission.id", "=", missionId)
    .executeTakeFirstOrThrow();
  const recipient = mission.contact_email ?? mission.client_email;
  if (recipient === null) throw new PorteError("company.no_recipient", { client: mission.client });
  return { recipient, language: mission.client_language, next_try_at: now() };
}

/** Takes the next reminder that the company mails itself; null where none waits. One of an invoice that was paid or cancelled meanwhile does not leave. */
export async function takeReminderMail(deps: Deps): Promise<MailToSend | null> {
  for (;;) {
    const reminder = await takeReminder(deps);
    if (reminder === null) return null;
    const mail = await mailOf(deps, reminder);
    if (mail !== null) return mail;
    await deps.db.updateTable("invoice_reminders").set({ next_try_at: null }).where("id", "=", reminder.id).execute();
  }
}

type Taken = NonNullable<Awaited<ReturnType<typeof takeReminder>>>;

async function mailOf(deps: Deps, { id, invoice_id, recipient, language }: Taken): Promise<MailToSend | null> {
  const { invoice } = await ownedInvoice(deps.db, invoice_id, dayInParis(deps.now()));
  const { amountCents, paidCents, vatPpm, vatCents, dueOn } = invoice;
  const isCancelled = invoice.cancellation !== null;
  if (["paid", "cancelled"].includes(invoiceState({ amountCents, paidCents, dueOn, isCancelled }, dueOn))) return null;
  const [{ reminderMail: words, format }, { name: company }, paper] = await Promise.all([
    catalogueOf(language ?? "fr"),
    companyProfile(deps),
    invoicePaper(deps, { invoiceId: invoice_id }),
  ]);
  const left = amountCents - paidCents;
  return {
    recipient: recipient ?? "",
    subject: words.subject(invoice.number, company),
    text: words.text({
      ...{ number: invoice.number, company },
      total: format.euros(amountCents + vatCents),
      left: paidCents === 0 ? null : format.euros(left + share(left, vatPpm)),
      issued: format.day(invoice.issuedOn),
      due: format.day(dueOn),
    }),
    attachments: [{ filename: paper.name, content: await paper.draw() }],
    note: async () => {
      await deps.db.updateTable("invoice_reminders").set({ mailed_at: deps.now() }).where("id", "=", id).execute();
    },
  };
}

/** Takes the next reminder to mail for this process; the others leave it alone until it would be tried again. */
async function takeReminder({ db, now }: Deps) {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("invoice_reminders")
      .select(["id", "invoice_id", "recipient", "language", "tries"])
      .where("mailed_at", "is", null)
      .where("next_try_at", "<=", now())
      .orderBy("next_try_at")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return null;
    await trx
      .updateTable("invoice_reminders")
      .set({ tries: row.tries + 1, next_try_at: nextTry(now(), row.tries) })
      .where("id", "=", row.id)
      .execute();
    return row;
  });
}
