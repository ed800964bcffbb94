import { createHash } from "node:crypto";
import type { Schemas } from "../client/company.ts";
import { type Party, SIGNERS } from "../domain/contracts/state.ts";
import { dayInParis } from "../domain/paris.ts";
import { misfit, type Shape } from "../domain/shape.ts";
import { isFailure, PorteError } from "../errors.ts";
import { isPlainFile, readPlain } from "../files/plain.ts";
import type { CompanyKey } from "../store/company-keys.ts";
import { Records } from "../store/records/records.ts";
import { signatureFaults } from "./activity/proof.ts";
import { companyKeys } from "./company-keys.ts";
import { contractNamed, type EvidenceFile, evidenceBeside, evidenceOf } from "./contracts.ts";
import { keysIn } from "./payslip-proof.ts";
import { contractFile } from "./records/recorded-company.ts";
import { type Machine, openOwnSession, ownerOf } from "./session.ts";

/** A signature as its evidence states it, and whether it holds. */
export interface ProvenSignature {
  readonly party: string;
  readonly name: string;
  readonly email: string;
  readonly at: string;
  readonly holds: boolean;
}

/** What a contract's file and its evidence prove. */
export interface ContractProof {
  readonly contract: string;
  readonly kind: Schemas["ContractDocument"]["kind"];
  readonly sha256: string;
  readonly signatures: readonly ProvenSignature[];
  /** What does not hold: another document, no key, another's signature, evidence of another contract. */
  readonly faults: readonly ("document" | "key" | "signature" | "facts")[];
  /** Who has not signed. */
  readonly unsigned: readonly Party[];
}

/** What is verified, as typed: a PDF or the identifier of a contract that is kept here. */
export interface ProofInput {
  readonly contract: string;
  readonly evidence?: string;
  readonly key?: string;
}

const MAX_PDF = 16 * 1024 * 1024;
const MAX_EVIDENCE = 256 * 1024;

const EVIDENCE: Shape = {
  fields: {
    contract: "text",
    kind: { words: ["employment", "client"] },
    sha256: "text",
    signatures: { list: { fields: { signed: "text", keyId: "text", signature: "text" } } },
  },
};

/**
 * Verifies, without asking anybody, which parties have signed a contract, and that its file is the one that they signed.
 * @throws {PorteError} `file.unreadable`, `contract.evidence_file`, `contract.no_evidence`, `contract.not_here`, and what `contractNamed` throws.
 */
export async function contractProof(machine: Machine, { contract, evidence, key }: ProofInput): Promise<ContractProof> {
  const { pdf, told } = isPlainFile(contract)
    ? { pdf: readPlain(contract, MAX_PDF), told: evidenceIn(evidence ?? besideIt(contract)) }
    : await keptHere(machine, contract);
  const keys = await keysFor(machine, key, told);
  const checked = told.signatures.map((one) => checkedSignature(one, told, keys));
  const isTheDocument = createHash("sha256").update(pdf).digest("hex") === told.sha256;
  /** A signature that no key is here for has been given: what is lacking is the key. */
  const signed = checked
    .filter(({ faults }) => faults.every((one) => one === "key"))
    .map(({ signature }) => signature.party);
  return {
    contract: told.contract,
    kind: told.kind,
    sha256: told.sha256,
    signatures: checked.map(({ signature }) => signature),
    faults: [
      ...new Set([...(isTheDocument ? [] : (["document"] as const)), ...checked.flatMap(({ faults }) => faults)]),
    ],
    unsigned: SIGNERS[told.kind].filter((party) => !signed.includes(party)),
  };
}

/** The keys that may have signed the evidence: those of a file, or those that this machine keeps. */
async function keysFor(machine: Machine, file: string | undefined, { signatures }: EvidenceFile) {
  if (file !== undefined) return keysIn(file);
  const known = companyKeys(await ownerOf(machine));
  const found = await Promise.all(signatures.map(({ keyId }) => known.find(keyId)));
  return found.flatMap((key) => key ?? []);
}

type Fault = ContractProof["faults"][number];

/** Checks one party's evidence: the key that signed it, and that it is of this contract. */
function checkedSignature(
  one: Schemas["SignatureEvidence"],
  told: EvidenceFile,
  keys: readonly CompanyKey[],
): { readonly signature: ProvenSignature; readonly faults: readonly Fault[] } {
  const key = keys.find(({ kid }) => kid === one.keyId) ?? null;
  const { party, name, email, at, ...said } = statedIn(one.signed);
  const isOfThis = said.contract === told.contract && said.kind === told.kind && said.sha256 === told.sha256;
  const faults: readonly Fault[] = [...(isOfThis ? [] : (["facts"] as const)), ...signatureFaults(one, key)];
  return { signature: { party, name, email, at, holds: faults.length === 0 }, faults };
}

/** A contract and its evidence as this machine keeps them. */
async function keptHere(machine: Machine, typed: string): Promise<{ pdf: Uint8Array; told: EvidenceFile }> {
  const session = await openOwnSession({ ...machine, reads: "cached", onRecorded: () => undefined });
  const named = contractNamed(session, typed).catch((failure: unknown) => {
    if (isFailure(failure, "server.never_seen")) throw new PorteError("contract.not_here", { id: typed });
    throw failure;
  });
  const document = await named;
  const records = new Records(session.folder);
  const file = records.documentFile(contractFile(document.id, dayInParis(new Date(document.drawnAt))));
  if (!isPlainFile(file)) throw new PorteError("contract.not_here", { id: typed });
  return { pdf: readPlain(file, MAX_PDF), told: evidenceOf(document) };
}

/** The evidence beside a contract's PDF. @throws {PorteError} `contract.no_evidence` where there is none: nobody had signed when it was saved. */
function besideIt(contract: string): string {
  const file = evidenceBeside(contract);
  if (!isPlainFile(file)) throw new PorteError("contract.no_evidence", { file: contract, evidence: file });
  return file;
}

/** @throws {PorteError} `contract.evidence_file` for what is none. */
function evidenceIn(file: string): EvidenceFile {
  const text = readPlain(file, MAX_EVIDENCE).toString("utf8");
  try {
    const value: unknown = JSON.parse(text);
    if (misfit(EVIDENCE, value, {}) === null) return value as EvidenceFile;
  } catch {
    /* Told below, as any file that is no evidence. */
  }
  throw new PorteError("contract.evidence_file", { file });
}

/** What a party's evidence states; empty where it states nothing. */
function statedIn(signed: string): Record<"contract" | "kind" | "sha256" | "party" | "name" | "email" | "at", string> {
  const none = { contract: "", kind: "", sha256: "", party: "", name: "", email: "", at: "" };
  try {
    const said: unknown = JSON.parse(signed);
    if (typeof said !== "object" || said === null) return none;
    const texts = Object.entries(said).filter(([name, value]) => name in none && typeof value === "string");
    return { ...none, ...Object.fromEntries(texts) };
  } catch {
    return none;
  }
}
