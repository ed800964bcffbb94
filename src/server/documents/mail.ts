import { catalogueOf } from "../../i18n/catalogue.ts";
import { nextTry } from "../approval/mail.ts";
import type { MailToSend } from "../approval/mailer.ts";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { signingAddress } from "./signing.ts";

/** Takes the next mail by which somebody is asked to sign a contract; null where none waits. */
export async function takeSigningMail(deps: Deps): Promise<MailToSend | null> {
  const link = await takeSigning(deps);
  if (link === null) return null;
  const [{ signingMail, format }, address, { name: company }] = await Promise.all([
    catalogueOf(link.language),
    signingAddress(deps, link),
    companyProfile(deps),
  ]);
  const { kind, party, porte, client, mission, name } = link;
  return {
    recipient: link.email,
    subject: signingMail.subject(kind, porte, mission),
    text: signingMail.text({
      ...{ kind, party, porte, client, mission, name, address, company },
      until: format.instant(link.expires_at.toISOString()),
    }),
    note: async () => {
      await deps.db.updateTable("contract_signings").set({ mailed_at: deps.now() }).where("id", "=", link.id).execute();
    },
  };
}

/** Takes the next link to mail for this process; the others leave it alone until it would be tried again. */
async function takeSigning({ db, now }: Deps) {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("contract_signings as signing")
      .innerJoin("contract_documents as document", "document.id", "signing.document_id")
      .innerJoin("missions as mission", "mission.id", "document.mission_id")
      .innerJoin("people as person", "person.id", "document.person_id")
      .select(["signing.id", "signing.party", "signing.name", "signing.email", "signing.language"])
      .select(["signing.expires_at", "signing.tries", "document.kind"])
      .select(["person.name as porte", "mission.client", "mission.reference as mission"])
      .where("signing.mailed_at", "is", null)
      .where("signing.ended_at", "is", null)
      .where("signing.signed_at", "is", null)
      .where("signing.next_try_at", "<=", now())
      .where("signing.expires_at", ">", now())
      .orderBy("signing.next_try_at")
      .limit(1)
      .forUpdate("signing")
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return null;
    await trx
      .updateTable("contract_signings")
      .set({ tries: row.tries + 1, next_try_at: nextTry(now(), row.tries) })
      .where("id", "=", row.id)
      .execute();
    return row;
  });
}
