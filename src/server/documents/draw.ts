import { createHash } from "node:crypto";
import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import type { Day } from "../../domain/calendar.ts";
import type { ContractForm } from "../../domain/contracts/mentions.ts";
import { type DocumentKind, SIGNERS } from "../../domain/contracts/state.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { contractWords } from "../../i18n/fr/contract-documents.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf } from "../api/paging.ts";
import { companyProfile } from "../company/queries.ts";
import { amendContract } from "../contracts/history.ts";
import { contractOf } from "../contracts/queries.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { halves } from "../missions/acceptance.ts";
import { type HeldMission, heldMission, showMission } from "../missions/queries.ts";
import { contractPdf, contractTemplate } from "../pages/contract-pdf.ts";
import { ownerOf } from "../people/queries.ts";
import { ownedDocument } from "./queries.ts";
import { type ContractSources, contractTerms, type DrawnTerms, saysTheSame } from "./terms.ts";
import { clausesOf, contractValues, missingIn } from "./values.ts";

/**
 * Draws both contracts of a mission, as they are to be signed. One that says the same as the last one is left as it is; one that is not
 * wholly signed is replaced; one that is signed gets an amendment.
 * @throws {PorteError} `company.not_found` for the mission, and for a porté without an employment contract.
 */
export async function drawContracts(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { missionId, given }: { readonly missionId: string; readonly given: Schemas["DrawSubmission"] },
): Promise<Answer<Schemas["DrawnContracts"]>> {
  const mission = await completed(trx, idOf(missionId, "mission"), given);
  if (mission === null) throw new PorteError("company.not_found", { kind: "mission", what: missionId });
  const { trialMonths: trial_months } = given;
  if (trial_months !== undefined)
    await amendContract(deps, trx, caller, mission.person_id, { change: { trial_months }, from: null });
  const sources = await sourcesOf(deps, trx, mission);
  const items: Schemas["OwnedDocument"][] = [];
  for (const kind of ["employment", "client"] as const) {
    const form = kind === "client" ? "client" : sources.employment.kind;
    const id = await draw(deps, trx, caller, { kind, mission, sources: { ...sources, form } });
    items.push(await ownedDocument(deps, trx, { documentId: id }));
  }
  return { status: 201, body: { items }, etag: null };
}

/** A mission, held until the end of the transaction, with what completes it. */
async function completed(trx: Db, id: string, given: Schemas["DrawSubmission"]): Promise<HeldMission | null> {
  const change = {
    ...(given.skills == null ? {} : { skills: given.skills }),
    ...(given.place == null ? {} : { place: given.place }),
    ...(given.equipment == null ? {} : { equipment: given.equipment }),
    ...(given.leastDays === undefined ? {} : { least_half_days: halves(given.leastDays) }),
  };
  if (Object.keys(change).length > 0) await trx.updateTable("missions").set(change).where("id", "=", id).execute();
  return heldMission(trx, id);
}

async function sourcesOf(
  { now }: Deps,
  trx: Db,
  { record, ...row }: HeldMission,
): Promise<Omit<ContractSources, "form">> {
  const today = dayInParis(now());
  const [day = today] = [today, row.start_day].toSorted().reverse();
  const [owner, company, employment] = [
    await ownerOf(trx, row.person_id),
    await companyProfile({ db: trx, now }),
    await contractOf(trx, row.person_id, day),
  ];
  const leastDays = row.least_half_days === null ? null : row.least_half_days / 2;
  /** A price that begins later is the one that is to be signed. */
  const mission = showMission(row, record, row.rates.at(-1)?.from ?? day);
  return { company, porte: owner.name, employment, mission, leastDays };
}

interface ToDraw {
  readonly kind: DocumentKind;
  readonly mission: HeldMission;
  readonly sources: ContractSources;
}

/** Draws one, and gives its identifier; that of the last one where it says the same. */
async function draw(deps: Deps, trx: Db, caller: Caller, { kind, mission, sources }: ToDraw): Promise<string> {
  const { form } = sources;
  const earlier = await earlierOf(trx, { kind, form, mission });
  const { amends, sameMission } = placeOf(earlier, { form, mission });
  const part = amends === null ? "contract" : "amendment";
  const terms = contractTerms(sources);
  const values = contractValues(terms);
  const last = sameMission.at(-1);
  if (last !== undefined && saysTheSame(last, { terms, facts: values })) return last.id;
  const now = deps.now();
  await replace(trx, now, sameMission);
  const template = await contractTemplate(deps.templates, kind);
  const clauses = clausesOf(form, template.clauses);
  const drawnOn = contractWords.day(dayInParis(now));
  const pdf = await contractPdf(deps.templates, { kind, form, part, drawnOn, values, clauses });
  const id = uuid();
  await trx
    .insertInto("contract_documents")
    .values({
      id,
      person_id: mission.person_id,
      mission_id: mission.id,
      kind,
      form,
      part,
      amends: amends?.id ?? null,
      ...daysOf({ form, part, mission, sources, amends }),
      missing: JSON.stringify(missingIn(form, clauses, values)),
      facts: JSON.stringify(values),
      terms: JSON.stringify(terms),
      sha256: createHash("sha256").update(pdf).digest("hex"),
      bytes: pdf.length,
      pdf,
      recorded_at: now,
      recorded_by: caller.name,
    })
    .execute();
  return id;
}

interface Earlier extends DrawnTerms {
  readonly id: string;
  readonly mission_id: string;
  readonly part: "contract" | "amendment";
  readonly start_day: Day;
  readonly isSigned: boolean;
}

/** The contracts of a kind that stand, oldest first: of the mission, and of a CDI those of the porté's other missions too. */
async function earlierOf(
  trx: Db,
  { kind, form, mission }: { kind: DocumentKind; form: ContractForm; mission: HeldMission },
): Promise<Earlier[]> {
  const signed = sql<boolean>`(select count(*) from contract_signings signing
    where signing.document_id = document.id and signing.signed_at is not null) = ${SIGNERS[kind].length}`;
  return trx
    .selectFrom("contract_documents as document")
    .select(["document.id", "document.mission_id", "document.part", "document.start_day", "document.facts"])
    .select("document.terms")
    .select(signed.as("isSigned"))
    .where("document.person_id", "=", mission.person_id)
    .where("document.kind", "=", kind)
    .where("document.form", "=", form)
    .where("document.replaced_at", "is", null)
    .$if(form !== "cdi", (rows) => rows.where("document.mission_id", "=", mission.id))
    .orderBy("document.id")
    .execute();
}

/** Which contract the next one amends: the mission's last one that is signed; else, under a CDI, the porté's own contract. */
function placeOf(earlier: readonly Earlier[], { form, mission }: { form: ContractForm; mission: HeldMission }) {
  const sameMission = earlier.filter((one) => one.mission_id === mission.id);
  const signed = sameMission.findLast(({ isSigned }) => isSigned);
  const own = earlier.find((one) => one.part === "contract" && one.mission_id !== mission.id);
  return { sameMission, amends: signed ?? (form === "cdi" ? own : undefined) ?? null };
}

/** Takes back what is not wholly signed, and its links. */
async function replace(trx: Db, now: Date, earlier: readonly Earlier[]): Promise<void> {
  const ids = earlier.filter(({ isSigned }) => !isSigned).map(({ id }) => id);
  if (ids.length === 0) return;
  await trx.updateTable("contract_documents").set({ replaced_at: now }).where("id", "in", ids).execute();
  await trx
    .updateTable("contract_signings")
    .set({ ended_at: now })
    .where("document_id", "in", ids)
    .where("ended_at", "is", null)
    .where("signed_at", "is", null)
    .execute();
}

/** From which day to which a contract holds. An amendment of a mission's own contract begins with what was changed last. */
function daysOf({
  form,
  part,
  mission,
  sources: { employment },
  amends,
}: Pick<ToDraw, "mission" | "sources"> & {
  readonly form: ContractForm;
  readonly part: "contract" | "amendment";
  readonly amends: Earlier | null;
}): { start_day: Day; end_day: Day | null } {
  const changed = mission.rates.at(-1)?.from ?? mission.start_day;
  if (amends?.mission_id === mission.id) return { start_day: changed, end_day: mission.end_day };
  if (form === "cdi" && part === "contract") return { start_day: employment.start, end_day: employment.end };
  return { start_day: mission.start_day, end_day: mission.end_day };
}
