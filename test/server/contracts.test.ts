import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isSigned } from "../../src/flows/activity/proof.ts";
import type { Schemas } from "../../src/server/deps.ts";
import { signingAddress } from "../../src/server/documents/signing.ts";
import { erasePerson } from "../../src/server/people/erasure.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";

let company: InProcess;
beforeAll(async () => {
  company = await openInProcess();
  (company.deps as { asksClients: boolean }).asksClients = true;
});
afterAll(() => company.close());

type Asked = { readonly status: number; readonly body: never };

async function as(firstName: string, method: string, path: string, body?: object): Promise<Asked> {
  const { operator, staff, portes } = company.access;
  const token = [operator, ...staff, ...portes].find(({ email }) => email.startsWith(`${firstName}@`))?.token;
  const headers = {
    authorization: `Bearer ${token}`,
    "idempotency-key": randomUUID(),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const answer = await fetch(`${company.url}/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = answer.headers.get("content-type") ?? "";
  return {
    status: answer.status,
    body: (type.includes("json") ? await answer.json() : new Uint8Array(await answer.arrayBuffer())) as never,
  };
}

const CLIENT = { name: "Mairie de Lille", siret: "21590350100017", address: "1 place Augustin Laurent, 59000 Lille" };
const MISSION = {
  reference: "LILLE",
  client: CLIENT,
  title: "Schéma directeur",
  start: "2026-12-01",
  end: "2027-03-31",
  dailyRateCents: 60_000,
  daysOrdered: 40,
  purchaseOrder: "BC-118",
  place: "Lille",
  skills: "Architecture de systèmes d'information, quinze ans d'expérience",
  equipment: "Aucun",
};
const TERMS = {
  insurer: "Assurances Exemple",
  policyNumber: "RC-2026-44",
  pensionFund: { name: "Caisse Exemple", address: "2 rue du Port, 75001 Paris" },
};

async function proposed(body: object = MISSION): Promise<Schemas["MissionProposal"]> {
  const { status, body: proposal } = await as("claire", "POST", "/missions", body);
  expect([status, proposal]).toMatchObject([201, { state: "proposed" }]);
  return proposal;
}
const decide = (id: string, body: object) =>
  company.asStaff("POST", `/operator/mission-proposals/${id}/decision`, body, `/operator/mission-proposals/${id}`);
/** The tokens of a contract's links that stand, by who signs. */
async function tokens(documentId: string): Promise<Record<string, string>> {
  const rows = await company.db
    .selectFrom("contract_signings")
    .select(["id", "party", "expires_at"])
    .where("document_id", "=", documentId)
    .where("ended_at", "is", null)
    .execute();
  const made = rows.map(async (row) => [row.party, (await signingAddress(company.deps, row)).split("/sign/")[1] ?? ""]);
  return Object.fromEntries(await Promise.all(made));
}
const post = (token: string, form: Record<string, string>) =>
  fetch(`${company.url}/sign/${token}`, { method: "POST", body: new URLSearchParams(form) });

test("a number that is none, a reference in use and another's mission are refused, and nothing is recorded", async () => {
  const wrong = await as("claire", "POST", "/missions", { ...MISSION, client: { ...CLIENT, siret: "21590350100018" } });
  expect(wrong).toMatchObject({ status: 422, body: { code: "mission.client_number" } });
  const taken = await as("claire", "POST", "/missions", { ...MISSION, reference: "ACME" });
  expect(taken).toMatchObject({ status: 409, body: { code: "company.taken" } });
  const { body: missions } = await as("karim", "GET", "/missions");
  const [karims] = (missions as { items: { id: string }[] }).items;
  const amendment = { agreedOn: "2026-11-25", dailyRateCents: 1 };
  for (const id of [karims?.id ?? "", randomUUID()])
    expect((await as("claire", "POST", `/missions/${id}/amendments`, amendment)).status).toBe(404);
  expect((await as("claire", "GET", "/mission-proposals")).body).toMatchObject({ items: [] });
});

test("what turns the direction of reading, or is not seen, comes into no proposal, contract or client's record", async () => {
  const bodies = [
    { ...MISSION, client: { ...CLIENT, name: "Mairie\u202eelliL" } },
    { ...MISSION, skills: "Architecte\u2066 quinze ans" },
    { ...MISSION, title: "Schéma\u0085directeur" },
  ];
  for (const body of bodies) expect(await as("claire", "POST", "/missions", body)).toMatchObject({ status: 400 });
  const terms = { ...TERMS, insurer: "Assurances\u2028Exemple" };
  await expect(company.asStaff("POST", "/operator/contract-terms", terms)).rejects.toThrow("not seen");
});

test("a refusal needs its reason, and a proposal is decided once", async () => {
  const { id } = await proposed({ ...MISSION, reference: "NON" });
  await expect(decide(id, { decision: "reject" })).rejects.toThrow("400");
  expect(await decide(id, { decision: "reject", reason: "Trop court" })).toMatchObject({
    proposal: { state: "refused", reason: "Trop court" },
  });
  await expect(decide(id, { decision: "approve" })).rejects.toThrow("company.already");
  expect((await as("claire", "GET", "/mission-proposals")).body).toMatchObject({ items: [{ state: "refused" }] });
  expect(((await as("karim", "GET", "/mission-proposals")).body as { items: [] }).items).toEqual([]);
});

test("what is accepted is a mission; its contracts name what is missing, and are sent when nothing is", async () => {
  const { id } = await proposed();
  const decided = (await decide(id, { decision: "approve" })) as Schemas["OwnedProposal"];
  const { missionId } = decided.proposal;
  const { body: missions } = await as("claire", "GET", "/missions");
  expect((missions as { items: object[] }).items[0]).toMatchObject({
    reference: "LILLE",
    purchaseOrder: "BC-118",
    daysOrdered: 40,
    clientRecord: { ...CLIENT, siren: "215903501", chorusService: null },
  });
  const draw = async (more: object = {}) =>
    (
      (await company.asStaff("POST", `/operator/missions/${missionId}/contracts`, more)) as Schemas["DrawnContracts"]
    ).items.map(({ document }) => document);
  const [employment, client] = await draw();
  expect(employment).toMatchObject({
    form: "cdi",
    part: "contract",
    state: "draft",
    missing: ["trial", "pension-fund"],
  });
  expect(client).toMatchObject({ form: "client", state: "draft", missing: ["insurer"], end: "2027-03-31" });
  const send = (one: string) => as("odile", "POST", `/operator/contract-documents/${one}/sending`, {});
  expect(await send(client?.id ?? "")).toMatchObject({ status: 409, body: { code: "contract.incomplete" } });

  await company.asStaff("POST", "/operator/contract-terms", TERMS);
  const [, complete] = await draw();
  expect(complete).toMatchObject({ missing: [], part: "contract" });
  const [, same] = await draw();
  expect(same?.id).toBe(complete?.id);
  expect((await as("claire", "GET", `/contracts/${client?.id}`)).body).toMatchObject({ state: "replaced" });
  expect(await send(complete?.id ?? "")).toMatchObject({ status: 409, body: { code: "contract.no_signer" } });
});

test("each party signs once: the evidence names the document that was shown, and the company's key signs it", async () => {
  const { body } = await as("claire", "GET", "/contracts");
  const document = (body as Schemas["ContractDocumentPage"]).items.find(
    ({ kind, state }) => kind === "client" && state === "draft",
  );
  const id = document?.id ?? "";
  const signer = { clientName: "Jeanne <b>Dupont", clientEmail: "jeanne@lille.example" };
  const sent = await as("odile", "POST", `/operator/contract-documents/${id}/sending`, signer);
  expect(sent.body).toMatchObject({ document: { state: "sent" } });
  const pdf = Buffer.from((await as("claire", "GET", `/contracts/${id}/pdf`)).body);
  expect(createHash("sha256").update(pdf).digest("hex")).toBe(document?.sha256);

  const { client = "", company: own = "" } = await tokens(id);
  const page = await (await fetch(`${company.url}/sign/${client}`)).text();
  expect(page).toContain("Jeanne &lt;b&gt;Dupont");
  expect(page).not.toMatch(/600,00|claire@/);
  const shown = await fetch(`${company.url}/sign-document/${client}`);
  expect([shown.status, Buffer.from(await shown.arrayBuffer()).equals(pdf)]).toEqual([200, true]);
  const consent = { name: "Jeanne Dupont", consent: "yes", sha256: document?.sha256 ?? "" };
  expect((await post(client, { ...consent, name: " " })).status).toBe(400);
  expect((await post(client, { name: "Jeanne", sha256: consent.sha256 })).status).toBe(400);
  /** Evidence is never changed: it takes no name that reads otherwise than it is kept, and none that would be cut. */
  for (const unseen of ["Jeanne\u202etnopuD", "Jeanne\u0007Dupont", "Jeanne\nDupont", "J".repeat(121)]) {
    const answer = await post(client, { ...consent, name: unseen });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("tapez-le de nouveau")]);
  }
  const other = await post(client, { ...consent, sha256: "0".repeat(64) });
  expect([other.status, await other.text()]).toEqual([409, expect.stringContaining("montrait un autre document")]);
  /** A link for another purpose, a changed one, and none. */
  const [name, end, signature] = client.split(".");
  for (const wrong of [`${name}.${Number(end) + 1}.${signature}`, `${own.split(".")[0]}.${end}.${signature}`, "x", ""])
    expect((await post(wrong, consent)).status, wrong).toBe(410);
  expect((await fetch(`${company.url}/client/${client}`)).status).toBe(410);

  const statuses = await Promise.all([client, client, own].map(async (one) => (await post(one, consent)).status));
  expect(statuses.toSorted()).toEqual([200, 200, 410]);
  const after = await fetch(`${company.url}/sign/${client}`);
  expect([after.status, await after.text()]).toEqual([410, expect.stringContaining("Déjà signé")]);
  const signed = (await as("claire", "GET", `/contracts/${id}`)).body as Schemas["ContractDocument"];
  expect(signed.state).toBe("signed");
  const { body: published } = await as("claire", "GET", "/receipt-keys");
  const [key] = (published as Schemas["ReceiptKeys"]).keys;
  expect(signed.signatures.map(({ party }) => party)).toEqual(["client", "company"]);
  for (const { evidence, party } of signed.signatures) {
    expect(evidence !== null && key !== undefined && isSigned(evidence, key)).toBe(true);
    expect(JSON.parse(evidence?.signed ?? "")).toMatchObject({ contract: id, party, sha256: document?.sha256 });
  }
  expect((await as("odile", "POST", `/operator/contract-documents/${id}/sending`, {})).body).toMatchObject({
    code: "contract.closed",
  });
});

test("drawn again, a contract that is signed stays the only one, however its dates were worded", async () => {
  const { items } = (await as("claire", "GET", "/missions")).body as Schemas["MissionPage"];
  const mission = items.find(({ reference }) => reference === "LILLE");
  const drawn = async () => {
    const again = await company.asStaff("POST", `/operator/missions/${mission?.id}/contracts`, {});
    return (again as Schemas["DrawnContracts"]).items.find(({ document }) => document.kind === "client")?.document;
  };
  const signed = await drawn();
  expect(signed).toMatchObject({ state: "signed", part: "contract" });
  const worded = async (state: "disable" | "enable") =>
    sql.raw(`alter table contract_documents ${state} trigger contract_documents_final`).execute(company.db);
  await worded("disable");
  await sql`update contract_documents set facts = facts || '{"term":"du 01/12/2026 au 31/03/2027"}' where id = ${signed?.id}`.execute(
    company.db,
  );
  await worded("enable");
  expect(await drawn()).toEqual(signed);
});

test("a price told later than 48 hours is said so; once accepted it holds from its day, and the signed contract gets an amendment", async () => {
  const { body } = await as("claire", "GET", "/missions");
  const { id } = (body as Schemas["MissionPage"]).items.find(({ reference }) => reference === "LILLE") ?? { id: "" };
  const told = await as("claire", "POST", `/missions/${id}/amendments`, {
    agreedOn: "2026-11-02",
    from: "2027-01-04",
    dailyRateCents: 65_000,
  });
  expect(told).toMatchObject({
    status: 201,
    body: { warnings: [{ code: "price-late", day: "2026-11-04", isLate: true }] },
  });
  const outside = { agreedOn: "2026-11-24", dailyRateCents: 1 };
  expect((await as("claire", "POST", `/missions/${id}/amendments`, outside)).body).toMatchObject({
    code: "mission.amendment_day",
  });
  await decide((told.body as Schemas["MissionProposal"]).id, { decision: "approve" });
  const { items } = (await as("claire", "GET", "/missions")).body as Schemas["MissionPage"];
  expect(items.find((one) => one.id === id)).toMatchObject({
    dailyRateCents: 60_000,
    rates: [
      { from: "2026-12-01", dailyRateCents: 60_000 },
      { from: "2027-01-04", dailyRateCents: 65_000 },
    ],
  });
  const drawn = (await company.asStaff("POST", `/operator/missions/${id}/contracts`, {})) as Schemas["DrawnContracts"];
  const next = drawn.items.find(({ document }) => document.kind === "client")?.document;
  expect(next).toMatchObject({ part: "amendment", start: "2027-01-04", state: "draft" });
  expect((await as("claire", "GET", `/contracts/${next?.amends}`)).body).toMatchObject({ state: "signed" });
});

test("a link serves fourteen days, an earlier one serves no more once another is asked for, and nobody signs another's", async () => {
  await company.db.selectFrom("contract_documents").select("id").execute();
  const drawn = await as("claire", "GET", "/contracts");
  const draft = (drawn.body as Schemas["ContractDocumentPage"]).items.find(
    ({ kind, state }) => kind === "employment" && state === "draft",
  );
  expect(draft?.missing).toEqual(["trial"]);
  const ask = (id: string, by = "claire") => as(by, "POST", `/contracts/${id}/signing-link`);
  expect((await ask(draft?.id ?? "")).body).toMatchObject({ facts: { reason: "not-sent" } });
  const again = await company.asStaff("POST", `/operator/missions/${draft?.missionId}/contracts`, { trialMonths: 4 });
  const own = (again as Schemas["DrawnContracts"]).items.find(({ document }) => document.kind === "employment");
  const id = own?.document.id ?? "";
  await company.asStaff("POST", `/operator/contract-documents/${id}/sending`, {});
  expect((await ask(draft?.id ?? "")).body).toMatchObject({ code: "contract.closed" });
  for (const [method, path] of [
    ["GET", ""],
    ["GET", "/pdf"],
    ["POST", "/signing-link"],
  ] as const)
    expect((await as("karim", method, `/contracts/${id}${path}`)).status).toBe(404);

  const first = (await tokens(id)).porte ?? "";
  expect((await ask(id)).body).toMatchObject({ sentTo: "claire@porte.example" });
  const second = (await tokens(id)).porte ?? "";
  const open = async (token: string) => (await fetch(`${company.url}/sign/${token}`)).status;
  expect([await open(first), await open(second)]).toEqual([410, 200]);
  const now = company.deps.now();
  company.setNow(new Date(now.getTime() + 14 * 86_400_000).toISOString());
  expect(await open(second)).toBe(410);
  company.setNow(now.toISOString());
  const consent = { name: "Claire Morel", consent: "yes", sha256: own?.document.sha256 ?? "" };
  expect((await post(second, consent)).status).toBe(200);
  expect((await ask(id)).body).toMatchObject({ facts: { reason: "signed" } });
  expect((await as("claire", "GET", `/contracts/${id}`)).body).toMatchObject({ state: "sent" });
  await post((await tokens(id)).company ?? "", consent);
  expect((await as("claire", "GET", `/contracts/${id}`)).body).toMatchObject({ state: "in-force" });
});

test("what was drawn and signed cannot be changed in the database", async () => {
  const change = (query: Promise<unknown>) => expect(query).rejects.toThrow("a recorded fact is never changed");
  await change(company.db.updateTable("contract_documents").set({ start_day: "2026-01-01" }).execute());
  await change(company.db.deleteFrom("contract_documents").execute());
  await change(
    company.db
      .updateTable("contract_signings")
      .set({ typed_name: "Other" })
      .where("signed_at", "is not", null)
      .execute(),
  );
  await change(company.db.updateTable("mission_proposals").set({ reference: "OTHER" }).execute());
});

test("documents and signatures go with their person, once no text obliges anybody to retain them", async () => {
  const { id } = await company.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", "claire@porte.example")
    .executeTakeFirstOrThrow();
  await company.asStaff("POST", `/operator/contracts/${id}/end`, { end: "2026-12-31" });
  company.setNow("2027-01-04T09:00:00Z");
  await company.asStaff("POST", `/operator/people/${id}/end`);
  const erase = () => company.db.transaction().execute((trx) => erasePerson(company.deps, trx, id));
  const held = async () =>
    (await company.db.selectFrom("contract_documents").select("id").where("person_id", "=", id).execute()).length;
  const documents = await held();
  expect((await erase()).body.kept).toMatchObject([{ what: "contract", until: "2031-12-31" }]);
  expect([documents > 0, await held()]).toEqual([true, documents]);
  company.setNow("2032-01-02T09:00:00Z");
  expect((await erase()).body.kept).toEqual([]);
  expect(await held()).toBe(0);
  const { rows } =
    await sql`select id from audit_trail where (before::text || after::text) ~ 'Claire Morel|claire@'`.execute(
      company.db,
    );
  expect(rows).toEqual([]);
});
