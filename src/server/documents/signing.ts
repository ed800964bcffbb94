import { v7 as uuid } from "uuid";
import { SIGNERS } from "../../domain/contracts/state.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { signerOf } from "../crypto/keys.ts";
import { linkNamed, linkToken } from "../crypto/links.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { actAs } from "../trail/actor.ts";
import { ownedDocument } from "./queries.ts";

const LINK_DAYS = 14;

/** Who is asked to sign. */
interface Signer {
  readonly party: "client" | "porte" | "company";
  readonly name: string;
  readonly email: string;
  readonly language: "fr" | "en";
}

/** A contract's row, held until the end of the transaction. @throws {PorteError} `company.not_found`. */
async function held(trx: Db, documentId: string, personId?: string) {
  const row = await trx
    .selectFrom("contract_documents")
    .select(["id", "person_id", "mission_id", "kind", "missing", "replaced_at"])
    .where("id", "=", idOf(documentId, "document"))
    .$if(personId !== undefined, (rows) => rows.where("person_id", "=", personId as string))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "document", what: documentId });
  return row;
}

/** The links of a contract that stand, and who has signed by theirs. */
function standing(trx: Db, documentId: string) {
  return trx
    .selectFrom("contract_signings")
    .selectAll()
    .where("document_id", "=", documentId)
    .where("ended_at", "is", null)
    .execute();
}

/**
 * Mails each party that has not signed a link of its own; who sends signs for the company.
 * @throws {PorteError} `company.not_found`, `contract.no_mail`, `contract.incomplete`, `contract.closed`, `contract.no_signer`.
 */
export async function sendContract(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { documentId, given }: { readonly documentId: string; readonly given: Schemas["SendSubmission"] },
): Promise<Answer<Schemas["OwnedDocument"]>> {
  const document = await held(trx, documentId);
  if (!deps.asksClients) throw new PorteError("contract.no_mail", {});
  if (document.replaced_at !== null) throw new PorteError("contract.closed", { state: "replaced" });
  if (document.missing.length > 0) throw new PorteError("contract.incomplete", { missing: document.missing });
  const links = await standing(trx, document.id);
  const unsigned = SIGNERS[document.kind].filter(
    (party) => !links.some((link) => link.party === party && link.signed_at !== null),
  );
  if (unsigned.length === 0) throw new PorteError("contract.closed", { state: "signed" });
  for (const party of unsigned) {
    const signer = await signerFor(trx, caller, document, { party, given });
    await makeLink(deps, trx, caller, document, signer);
  }
  return { status: 200, body: await ownedDocument(deps, trx, { documentId }), etag: null };
}

type Held = Awaited<ReturnType<typeof held>>;

async function signerFor(
  trx: Db,
  caller: Caller,
  { person_id, mission_id }: Held,
  { party, given }: { readonly party: Signer["party"]; readonly given: Schemas["SendSubmission"] },
): Promise<Signer> {
  if (party === "company") return { party, name: caller.name, email: caller.email, language: "fr" };
  if (party === "porte") {
    const { name, email } = await trx
      .selectFrom("people")
      .select(["name", "email"])
      .where("id", "=", person_id)
      .executeTakeFirstOrThrow();
    return { party, name, email, language: "fr" };
  }
  const mission = await trx
    .selectFrom("missions as mission")
    .leftJoin("clients as client", "client.id", "mission.client_id")
    .select(["mission.client", "mission.client_email", "mission.client_language"])
    .select(["client.contact_name", "client.contact_email"])
    .where("mission.id", "=", mission_id)
    .executeTakeFirstOrThrow();
  const email = given.clientEmail ?? mission.contact_email ?? mission.client_email;
  if (email === null) throw new PorteError("contract.no_signer", { client: mission.client });
  const name = given.clientName ?? mission.contact_name ?? mission.client;
  return { party, name, email, language: given.clientLanguage ?? mission.client_language };
}

/** Makes a party's link, and ends the one before. */
async function makeLink(
  { now }: Pick<Deps, "now">,
  trx: Db,
  { name: recorded_by }: Pick<Caller, "name">,
  document: Pick<Held, "id" | "person_id">,
  signer: Signer,
): Promise<Date> {
  const at = now();
  const expires_at = new Date(at.getTime() + LINK_DAYS * 86_400_000);
  await trx
    .updateTable("contract_signings")
    .set({ ended_at: at })
    .where("document_id", "=", document.id)
    .where("party", "=", signer.party)
    .where("ended_at", "is", null)
    .where("signed_at", "is", null)
    .execute();
  const of = { id: uuid(), document_id: document.id, person_id: document.person_id };
  const unsigned = { typed_name: null, evidence: null };
  await trx
    .insertInto("contract_signings")
    .values({ ...of, ...signer, ...unsigned, expires_at, next_try_at: at, recorded_at: at, recorded_by })
    .execute();
  return expires_at;
}

/** Has a porté's own link mailed again. @throws {PorteError} `company.not_found`, `contract.closed`, `contract.no_mail`, `contract.not_to_sign`. */
export async function requestSigningLink(
  deps: Deps,
  trx: Db,
  caller: Caller,
  documentId: string,
): Promise<Answer<Schemas["SigningLink"]>> {
  const document = await held(trx, documentId, caller.personId);
  if (document.replaced_at !== null) throw new PorteError("contract.closed", { state: "replaced" });
  if (!SIGNERS[document.kind].includes("porte")) throw new PorteError("contract.not_to_sign", { reason: "not-yours" });
  const links = await standing(trx, document.id);
  const own = links.find(({ party }) => party === "porte");
  if (own === undefined) throw new PorteError("contract.not_to_sign", { reason: "not-sent" });
  if (own.signed_at !== null) throw new PorteError("contract.not_to_sign", { reason: "signed" });
  if (!deps.asksClients) throw new PorteError("contract.no_mail", {});
  const signer = { party: "porte", name: caller.name, email: caller.email, language: own.language } as const;
  const until = await makeLink(deps, trx, caller, document, signer);
  return { status: 200, body: { sentTo: caller.email, until: until.toISOString() }, etag: null };
}

/** The address on which a contract is signed. */
export async function signingAddress(deps: Deps, link: { id: string; expires_at: Date }): Promise<string> {
  return `${deps.url()}/sign/${await linkToken(deps, "contract-link", link)}`;
}

/** What a signing link shows. */
export interface ToSign {
  readonly id: string;
  readonly documentId: string;
  readonly personId: string;
  readonly kind: "employment" | "client";
  readonly party: Signer["party"];
  readonly name: string;
  readonly email: string;
  readonly sha256: string;
  readonly porte: string;
  readonly client: string;
  readonly mission: string;
  readonly title: string;
}

/** Finds what a link shows; null for one that is not ours, has served, has ended, or whose contract was replaced: all look the same. */
export async function contractOfLink(deps: Deps, trx: Db, token: string): Promise<ToSign | null> {
  const id = await linkNamed(deps, trx, "contract-link", token);
  if (id === null) return null;
  const row = await trx
    .selectFrom("contract_signings as signing")
    .innerJoin("contract_documents as document", "document.id", "signing.document_id")
    .innerJoin("missions as mission", "mission.id", "document.mission_id")
    .innerJoin("people as person", "person.id", "document.person_id")
    .select(["signing.id", "signing.party", "signing.name", "signing.email"])
    .select(["document.id as documentId", "document.person_id as personId", "document.kind", "document.sha256"])
    .select(["person.name as porte", "mission.client", "mission.reference as mission", "mission.title"])
    .where("signing.id", "=", id)
    .where("signing.signed_at", "is", null)
    .where("signing.ended_at", "is", null)
    .where("document.replaced_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** What a person says on the page: the name as it was typed, the hash of what was shown, and the words agreed to. */
export interface Consent {
  readonly name: string;
  readonly sha256: string;
  readonly words: string;
}

/** Says whether a link that this company made has been signed by: it may be told to who holds it. */
export async function wasSigned(deps: Deps, token: string): Promise<boolean> {
  const id = await linkNamed(deps, deps.db, "contract-link", token);
  if (id === null) return false;
  const select = deps.db.selectFrom("contract_signings").select("id").where("id", "=", id);
  return (await select.where("signed_at", "is not", null).executeTakeFirst()) !== undefined;
}

/** What came of a signature: taken, not taken because another document was shown, or because the link no longer serves. */
type SigningOutcome = "signed" | "other-document" | "gone";

/** Takes a signature, once, and keeps what proves it. */
export async function sign(deps: Deps, token: string, consent: Consent): Promise<SigningOutcome> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await contractOfLink(deps, trx, token);
    if (found === null) return "gone";
    await held(trx, found.documentId);
    /** Another signature, or another contract, may have come while this one waited for the row. */
    if ((await contractOfLink(deps, trx, token)) === null) return "gone";
    if (consent.sha256 !== found.sha256) return "other-document";
    const now = deps.now();
    await actAs(trx, `${found.name} <${found.email}>`, now);
    const signed = JSON.stringify({
      evidence: "contract-signature",
      contract: found.documentId,
      kind: found.kind,
      sha256: found.sha256,
      party: found.party,
      name: consent.name,
      asked: found.name,
      email: found.email,
      at: now.toISOString(),
      consent: consent.words,
    });
    const signer = await signerOf({ db: trx, now: deps.now });
    const evidence = { signed, ...signer(signed) };
    await trx
      .updateTable("contract_signings")
      .set({ signed_at: now, typed_name: consent.name, evidence: JSON.stringify(evidence) })
      .where("id", "=", found.id)
      .execute();
    return "signed";
  });
}
