import { answers, type Handlers, reads, writes } from "../api/route.ts";
import { amendCompany } from "../company/history.ts";
import type { Deps } from "../deps.ts";
import { drawContracts } from "./draw.ts";
import { type DocumentFile, documentFile, listDocuments, listOwnedDocuments, ownedDocument } from "./queries.ts";
import { requestSigningLink, sendContract } from "./signing.ts";

/** Contracts of missions: drawn, sent, signed, read. */
export function documentRoutes(deps: Deps) {
  return { ...ownDocuments(deps), ...staffDocuments(deps) };
}

/** As their porté reads them. */
function ownDocuments(deps: Deps) {
  return {
    listContractDocuments: reads(({ caller, query }) => listDocuments(deps, caller.personId, query)),
    getContractDocument: reads(async ({ caller: { personId }, params }) => {
      return (await ownedDocument(deps, deps.db, { ...params, personId })).document;
    }),
    getContractDocumentPdf: answers(async ({ caller: { personId }, params, reply }) => {
      return sendFile(reply, await documentFile(deps.db, { ...params, personId }));
    }),
    requestSigningLink: writes(deps, ({ trx, caller, params }) =>
      requestSigningLink(deps, trx, caller, params.documentId),
    ),
  } satisfies Partial<Handlers>;
}

/** As the company's staff draws and sends them. */
function staffDocuments(deps: Deps) {
  return {
    drawContracts: writes(deps, ({ trx, caller, params, body }) =>
      drawContracts(deps, trx, caller, { missionId: params.missionId, given: body }),
    ),
    listOwnedDocuments: reads(({ query }) => listOwnedDocuments(deps, query)),
    getOwnedDocument: reads(({ params }) => ownedDocument(deps, deps.db, params)),
    getOwnedDocumentPdf: answers(async ({ params, reply }) => sendFile(reply, await documentFile(deps.db, params))),
    sendContract: writes(deps, ({ trx, caller, params, body }) =>
      sendContract(deps, trx, caller, { documentId: params.documentId, given: body }),
    ),
    recordContractTerms: writes(deps, async ({ trx, caller, body }) => {
      const company = await amendCompany(deps, trx, caller.name, { change: { contractTerms: body }, from: null });
      return { status: 200, body: company, etag: null };
    }),
  } satisfies Partial<Handlers>;
}

type Reply = Parameters<Parameters<typeof answers>[0]>[0]["reply"];

/** A document is named by its own bytes. */
function sendFile(reply: Reply, { name, sha256, pdf }: DocumentFile) {
  return reply
    .header("etag", `"${sha256}"`)
    .header("content-type", "application/pdf")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(pdf);
}
