import { PDF } from "../../client/answer.ts";
import { callFile } from "../../client/call.ts";
import type { components } from "../../contract/types.ts";
import { type ClientDetails, clientDetails } from "../../domain/contracts/client-details.ts";
import { given } from "../../domain/given.ts";
import { PorteError } from "../../errors.ts";
import { writeWhole } from "../../store/files.ts";
import { act, type Office, read, readAll } from "./act.ts";
import { wholeId } from "./named.ts";

type Schemas = components["schemas"];

/** Finds the identifier of a contract that somebody names. @throws {PorteError} what `wholeId` throws. */
function documentNamed(office: Office, typed: string): Promise<string> {
  const list = async () =>
    (await readAll(office, "listOwnedDocuments", { query: { limit: "100" } })).map(({ owner, document }) => ({
      id: document.id,
      day: document.start,
      amount: null,
      name: `${owner.name}, ${document.mission}`,
    }));
  return wholeId(typed, list, "porte-company contracts documents");
}

/** Reads a contract that somebody names. */
export async function readDocument(office: Office, typed: string): Promise<Schemas["OwnedDocument"]> {
  return read(office, "getOwnedDocument", { params: { documentId: await documentNamed(office, typed) } });
}

/** What completes a mission before its contracts are drawn, as typed. */
export interface DrawInput {
  readonly porte: string;
  readonly mission: string;
  readonly skills?: string;
  readonly place?: string;
  readonly equipment?: string;
  readonly leastDays?: number;
  readonly trialMonths?: number;
}

/** Draws both contracts of a porté's mission. @throws {PorteError} `company.not_found`. */
export async function drawContracts(
  office: Office,
  { porte, mission, skills, place, equipment, leastDays, trialMonths }: DrawInput,
): Promise<readonly Schemas["OwnedDocument"][]> {
  const items = await readAll(office, "listAllMissions", { query: { limit: "100", email: porte } });
  const found = items.find((item) => item.mission.reference === mission);
  if (found === undefined) throw new PorteError("company.not_found", { kind: "mission", what: mission });
  const body = given({ skills, place, equipment, leastDays, trialMonths });
  return (await act(office, "drawContracts", { params: { missionId: found.mission.id }, body })).items;
}

/** Who signs for the client, as typed. */
export interface SendInput {
  readonly id: string;
  readonly clientName?: string;
  readonly clientEmail?: string;
  readonly clientLanguage?: "fr" | "en";
}

/** Has each signer of a contract mailed a link. */
export async function sendContract(
  office: Office,
  { id, clientName, clientEmail, clientLanguage }: SendInput,
): Promise<Schemas["OwnedDocument"]> {
  const documentId = await documentNamed(office, id);
  return act(office, "sendContract", {
    params: { documentId },
    body: given({ clientName, clientEmail, clientLanguage }),
  });
}

/** Writes the PDF of a contract to a file. @throws {PorteError} `file.unwritable`. */
export async function saveDocument(office: Office, typed: string, named: string | undefined) {
  const { document } = await readDocument(office, typed);
  const params = { documentId: document.id };
  const pdf = await callFile(office.connection, "getOwnedDocumentPdf", PDF, { params });
  const file = named ?? `${document.kind === "client" ? "contrat-client" : "contrat-travail"}-${document.mission}.pdf`;
  await writeWhole(file, pdf);
  return { id: document.id, file, bytes: pdf.byteLength, sha256: document.sha256 };
}

/** A client, and what its record is completed by. */
export interface ClientInput extends ClientDetails {
  readonly id: string;
}

/** Completes the record of a client. */
export async function recordClient(office: Office, { id, ...input }: ClientInput): Promise<Schemas["OwnedClient"]> {
  const list = async () =>
    (await readAll(office, "listClients", { query: { limit: "100" } })).map((one) => ({
      id: one.id,
      day: null,
      amount: null,
      name: one.client.name,
    }));
  const clientId = await wholeId(id, list, "porte-company clients list");
  return act(office, "recordClient", { params: { clientId }, body: clientDetails(input) });
}

/** What contracts name of the company, as typed. */
export interface TermsInput {
  readonly insurer?: string;
  readonly policy?: string;
  readonly pensionFund?: string;
  readonly pensionAddress?: string;
  readonly providentFund?: string;
  readonly providentAddress?: string;
}

/** Says what the contracts of the company name; what is not typed is as it was. */
export async function recordTerms(office: Office, input: TermsInput): Promise<Schemas["Company"]> {
  const { contractTerms: known = {} } = await read(office, "getCompany");
  const fund = (name: string | undefined, address: string | undefined, before: Schemas["FundIdentity"] | undefined) =>
    name === undefined || address === undefined ? before : { name, address };
  const body = given({
    insurer: input.insurer ?? known.insurer,
    policyNumber: input.policy ?? known.policyNumber,
    pensionFund: fund(input.pensionFund, input.pensionAddress, known.pensionFund),
    providentFund: fund(input.providentFund, input.providentAddress, known.providentFund),
  });
  return act(office, "recordContractTerms", { body });
}
