import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Schemas } from "../client/company.ts";
import { stateOn } from "../domain/contracts/state.ts";
import { type Watch, watchLevel, watchTrial } from "../domain/contracts/watches.ts";
import { dayInParis } from "../domain/paris.ts";
import { idsBegunBy, shortIds } from "../domain/short-id.ts";
import { PorteError } from "../errors.ts";
import { writeJsonFile, writeWhole } from "../store/files.ts";
import { Records } from "../store/records/records.ts";
import { keepKeys } from "./activity/proof.ts";
import { contractFile } from "./records/recorded-company.ts";
import type { Session } from "./session.ts";

type Document = Schemas["ContractDocument"];

/** The contracts of every mission as they stand today, and what is watched of the employment contract. */
export interface ContractsView {
  readonly contracts: readonly Document[];
  readonly watches: readonly Watch[];
}

/** Reads the contracts; where the company is away, what they are today of what it said last. */
export async function readContracts(session: Session): Promise<ContractsView> {
  const [contracts, { contract }] = await Promise.all([standingContracts(session), session.reader.me()]);
  const today = session.machine.today();
  const watches = contract === null ? [] : [...watchTrial(contract, today), ...watchLevel(contract, today)];
  return { contracts, watches };
}

/** The contracts as they stand today, whenever the company said it. */
async function standingContracts({ reader, machine }: Session): Promise<Document[]> {
  const today = machine.today();
  return (await reader.contracts()).map((one) => ({ ...one, state: stateOn(one, today) }));
}

/**
 * Finds a contract by its identifier, or a beginning of it; with the reference of a mission, its only contract of a kind.
 * @throws {PorteError} `input.which` where there are several, `input.not_listed` where there is none.
 */
export async function contractNamed(session: Session, typed: string): Promise<Document> {
  const contracts = await standingContracts(session);
  const found = idsBegunBy(contracts, typed);
  const [first, ...others] = found;
  if (first === undefined) throw new PorteError("input.not_listed", { value: typed, command: "porte contracts list" });
  if (others.length === 0) return first;
  const short = shortIds(contracts.map(({ id }) => id));
  const candidates = found.map((one) => ({ id: short(one.id), day: one.start, amount: null, name: one.mission }));
  throw new PorteError("input.which", { value: typed, candidates });
}

/** A contract's file on this machine. */
export interface SavedContract {
  readonly id: string;
  readonly file: string;
  /** What proves its signatures, beside it; null where nobody has signed. */
  readonly evidence: string | null;
  readonly bytes: number;
  readonly sha256: string;
}

/** What `contracts verify` reads beside a contract's PDF. */
export interface EvidenceFile {
  readonly schema: 1;
  readonly contract: string;
  readonly kind: Document["kind"];
  readonly sha256: string;
  readonly signatures: readonly Schemas["SignatureEvidence"][];
}

/** The evidence of a contract, as a file. */
export function evidenceOf({ id, kind, sha256, signatures }: Document): EvidenceFile {
  return { schema: 1, contract: id, kind, sha256, signatures: signatures.flatMap(({ evidence }) => evidence ?? []) };
}

/** Where the evidence lies of a PDF: beside it. */
export function evidenceBeside(file: string): string {
  return `${file.replace(/\.pdf$/i, "")}.evidence.json`;
}

/**
 * Saves a contract's PDF and the evidence of its signatures, readable by their owner alone, with the company's keys; among this machine's
 * records where no file is named.
 * @throws {PorteError} what `contractNamed` throws, `file.unwritable`.
 */
export async function saveContract(session: Session, typed: string, named: string | undefined): Promise<SavedContract> {
  const found = await contractNamed(session, typed);
  const drawnOn = dayInParis(new Date(found.drawnAt));
  const [document, pdf] = await Promise.all([
    session.reader.contract(found.id),
    session.reader.contractPdf(found.id, drawnOn),
  ]);
  await keepKeys(session);
  const records = new Records(session.folder);
  const file = named === undefined ? records.documentFile(contractFile(found.id, drawnOn)) : resolve(named);
  if (named !== undefined) await writeWhole(file, pdf);
  const evidence = evidenceOf(document);
  const hasSigned = evidence.signatures.length > 0;
  const beside = evidenceBeside(file);
  if (hasSigned) await writeJsonFile(beside, evidence);
  return {
    id: found.id,
    file,
    evidence: hasSigned ? beside : null,
    bytes: pdf.byteLength,
    sha256: document.sha256,
  };
}

/** Has the porté's own link to sign mailed. @throws {PorteError} what `contractNamed` throws, and the company's refusals. */
export async function askToSign(
  session: Session,
  typed: string,
): Promise<Schemas["SigningLink"] & { readonly document: Document }> {
  const document = await contractNamed(session, typed);
  const link = await session.company.requestSigningLink(document.id, randomUUID());
  return { ...link, document };
}
