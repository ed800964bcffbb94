import { type Selectable, sql } from "kysely";
import type { Day } from "../../domain/calendar.ts";
import { stateOn } from "../../domain/contracts/state.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { idOf, newestPage, type PageQuery } from "../api/paging.ts";
import { contractOn } from "../contracts/queries.ts";
import { instant } from "../db/as-json.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";

type Row = Omit<Selectable<Database["contract_documents"]>, "pdf" | "facts" | "terms" | "end_day"> & Beside;

/** What is read beside a contract's own row. */
interface Beside {
  readonly reference: string;
  readonly client: string;
  readonly owner_name: string;
  readonly owner_email: string;
  readonly sent_at: string | null;
  readonly end_day: Day | null;
  readonly amended_from: Day | null;
  readonly signatures: Schemas["Signature"][];
}

/** Who signs, in the order of the parties; a link that another one took the place of is not shown. */
const SIGNATURES = `(select coalesce(json_agg(json_build_object('party', signing.party, 'name', signing.name, 'email', signing.email,
    'until', ${instant("signing.expires_at")}, 'at', ${instant("signing.signed_at")}, 'typedName', signing.typed_name,
    'evidence', signing.evidence) order by signing.party), '[]')
  from contract_signings signing where signing.document_id = document.id and signing.ended_at is null)`;

const SENT_AT = `(select ${instant("min(signing.recorded_at)")} from contract_signings signing where signing.document_id = document.id)`;

/** A contract ends when what it is about does, if that is earlier than what it says. */
const endDay = (today: Day) => `least(document.end_day, case when document.form = 'cdi' and document.part = 'contract'
  then (select end_day from ${contractOn("document.person_id", `'${today}'::date`)} employment) else mission.end_day end)::text`;

/** The first day of an amendment that as many have signed as must. */
const AMENDED_FROM = `(select min(later.start_day)::text from contract_documents later
  where later.amends = document.id and later.replaced_at is null
    and (select count(*) from contract_signings signing where signing.document_id = later.id and signing.signed_at is not null) = 2)`;

function documents(db: Db, today: Day) {
  return db
    .selectFrom("contract_documents as document")
    .innerJoin("missions as mission", "mission.id", "document.mission_id")
    .innerJoin("people as person", "person.id", "document.person_id")
    .select([
      "document.id",
      "document.person_id",
      "document.mission_id",
      "document.kind",
      "document.form",
      "document.part",
      "document.amends",
      "document.start_day",
      "document.missing",
      "document.sha256",
      "document.bytes",
      "document.replaced_at",
      "document.recorded_at",
      "document.recorded_by",
      "mission.reference",
      "mission.client",
      "person.name as owner_name",
      "person.email as owner_email",
    ])
    .select([
      sql.raw<Beside["signatures"]>(SIGNATURES).as("signatures"),
      sql.raw<string | null>(SENT_AT).as("sent_at"),
      sql.raw<Day | null>(endDay(today)).as("end_day"),
      sql.raw<Day | null>(AMENDED_FROM).as("amended_from"),
    ]);
}

/** Shows a contract as it stands on a day. */
function showDocument(row: Row, today: Day): Schemas["ContractDocument"] {
  const facts = {
    kind: row.kind,
    start: row.start_day,
    end: row.end_day,
    sentAt: row.sent_at,
    replacedAt: row.replaced_at?.toISOString() ?? null,
    amendedFrom: row.amended_from,
    signatures: row.signatures,
  };
  return {
    id: row.id,
    missionId: row.mission_id,
    mission: row.reference,
    client: row.client,
    form: row.form,
    part: row.part,
    amends: row.amends,
    ...facts,
    state: stateOn(facts, today),
    missing: row.missing,
    sha256: row.sha256,
    bytes: row.bytes,
    drawnAt: row.recorded_at.toISOString(),
    drawnBy: row.recorded_by,
  };
}

function showOwned(row: Row, today: Day): Schemas["OwnedDocument"] {
  const owner = { id: row.person_id, name: row.owner_name, email: row.owner_email };
  return { owner, document: showDocument(row, today) };
}

/** Lists a porté's contracts, newest first. @throws {PorteError} `company.invalid` for the cursor. */
export async function listDocuments(
  { db, now }: Deps,
  personId: string,
  query: PageQuery,
): Promise<Schemas["ContractDocumentPage"]> {
  const today = dayInParis(now());
  const select = documents(db, today).where("document.person_id", "=", personId);
  return newestPage(select, query, { id: "document.id", show: (row) => showDocument(row, today) });
}

/** Lists the contracts of all portés, newest first. @throws {PorteError} `company.invalid` for the cursor. */
export async function listOwnedDocuments(
  { db, now }: Deps,
  { email, ...query }: OfEmail,
): Promise<Schemas["OwnedDocumentPage"]> {
  const today = dayInParis(now());
  const select = documents(db, today).$if(email !== undefined, (rows) =>
    rows.where("person.email", "=", (email as string).toLowerCase()),
  );
  return newestPage(select, query, { id: "document.id", show: (row) => showOwned(row, today) });
}

/** Whose contract is asked for; anybody's where nobody is named. */
interface Named {
  readonly documentId: string;
  readonly personId?: string;
}

/** Gives a contract with its porté. @throws {PorteError} `company.not_found`, for another's too. */
export async function ownedDocument(
  { now }: Pick<Deps, "now">,
  db: Db,
  { documentId, personId }: Named,
): Promise<Schemas["OwnedDocument"]> {
  const today = dayInParis(now());
  const row = await documents(db, today)
    .where("document.id", "=", idOf(documentId, "document"))
    .$if(personId !== undefined, (rows) => rows.where("document.person_id", "=", personId as string))
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "document", what: documentId });
  return showOwned(row, today);
}

/** A contract's bytes, and how its file is called. */
export interface DocumentFile {
  readonly name: string;
  readonly sha256: string;
  readonly pdf: Buffer;
}

/** Gives the bytes of a contract as they were drawn. @throws {PorteError} `company.not_found`, for another's too. */
export async function documentFile(db: Db, { documentId, personId }: Named): Promise<DocumentFile> {
  const row = await db
    .selectFrom("contract_documents as document")
    .innerJoin("missions as mission", "mission.id", "document.mission_id")
    .select(["document.kind", "document.sha256", "document.pdf", "mission.reference"])
    .where("document.id", "=", idOf(documentId, "document"))
    .$if(personId !== undefined, (rows) => rows.where("document.person_id", "=", personId as string))
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "document", what: documentId });
  const kind = row.kind === "client" ? "contrat-client" : "contrat-travail";
  return { name: `${kind}-${row.reference}.pdf`, sha256: row.sha256, pdf: Buffer.from(row.pdf) };
}
