import { readFileSync } from "node:fs";
import type { components } from "../contract/types.ts";
import type { Day, Month } from "../domain/calendar.ts";
import { withKernelSections } from "../domain/line-section.ts";
import { isFailure, isRefusal, PorteError } from "../errors.ts";
import { PDF, RECEIPT_CONTENT } from "./answer.ts";
import { call, callFile, type QueryOf } from "./call.ts";
import type { Connection } from "./http.ts";
import { type ListOperationId, list } from "./list.ts";
import { PIECE_BYTES, type ReceiptToSend, uploadInPieces } from "./upload.ts";

export type Schemas = components["schemas"];

/** A value with the version it had. */
export interface Versioned<Value> {
  readonly value: Value;
  readonly etag: string | null;
}

export interface Submission {
  readonly key: string;
  /** The version that is replaced; null for a first one. */
  readonly etag: string | null;
}

/** What a list is narrowed to; where it starts and how long a page is are the list's own matter. */
type Narrowed<Id extends ListOperationId> = Omit<QueryOf<Id>, "cursor" | "limit">;

/** A portage company, over its API: one method an operation. Each throws what `call` throws. */
export class Company {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** @throws {PorteError} `server.not_porte` where something else answers. */
  async service(): Promise<Schemas["Service"]> {
    const { url } = this.connection;
    const service = await call(this.connection, "getService").catch((failure: unknown) => {
      if (isOther(failure)) throw new PorteError("server.not_porte", { url }, { cause: failure });
      throw failure;
    });
    if (service.value.service !== "portage") throw new PorteError("server.not_porte", { url });
    return service.value;
  }

  /** The public keys that sign receipts; one of another kind than the contract's is of a later contract. */
  async receiptKeys(): Promise<Schemas["ReceiptKeys"]["keys"]> {
    const { value } = await call(this.connection, "listReceiptKeys");
    return value.keys.filter(({ kty, crv }) => kty === "OKP" && crv === "Ed25519");
  }

  async me() {
    return (await call(this.connection, "getMe")).value;
  }

  async profile() {
    return (await call(this.connection, "getCompany")).value;
  }

  async overview() {
    return (await call(this.connection, "getOverview")).value;
  }

  /** Gives a page of what has happened after an event. */
  async events(cursor: string) {
    return (await call(this.connection, "listEvents", { query: { cursor } })).value;
  }

  /** Follows what happens after an event, or from now on, until the stream ends. */
  async *followEvents(lastId: string | null, stopping: AbortSignal) {
    const { followStream } = await import("./event-stream.ts");
    yield* followStream(this.connection, lastId, stopping);
  }

  missions() {
    return list(this.connection, "listMissions");
  }

  /** What the porté has proposed, newest first. */
  proposals() {
    return list(this.connection, "listMissionProposals");
  }

  async proposeMission(body: Schemas["MissionProposalSubmission"], idempotencyKey: string) {
    return (await call(this.connection, "proposeMission", { body, idempotencyKey })).value;
  }

  async proposeAmendment(missionId: string, body: Schemas["AmendmentSubmission"], idempotencyKey: string) {
    return (await call(this.connection, "proposeAmendment", { params: { missionId }, body, idempotencyKey })).value;
  }

  /** The contracts of the porté's missions, newest first. */
  contracts() {
    return list(this.connection, "listContractDocuments");
  }

  async contract(documentId: string) {
    return (await call(this.connection, "getContractDocument", { params: { documentId } })).value;
  }

  /** @param _drawnOn the day on which it was drawn: what is kept of it lies under its month. */
  contractPdf(documentId: string, _drawnOn: Day) {
    return callFile(this.connection, "getContractDocumentPdf", PDF, { params: { documentId } });
  }

  async requestSigningLink(documentId: string, idempotencyKey: string) {
    return (await call(this.connection, "requestSigningLink", { params: { documentId }, idempotencyKey })).value;
  }

  leave() {
    return list(this.connection, "listLeave");
  }

  reports(query: Narrowed<"listActivityReports"> = {}) {
    return list(this.connection, "listActivityReports", { query });
  }

  /** Gives a month's report as the company holds it, or null where it holds none. */
  report(month: Month): Promise<Versioned<Schemas["ActivityReport"]> | null> {
    return orNull(call(this.connection, "getActivityReport", { params: { month } }));
  }

  async reportVersions(month: Month) {
    return (await call(this.connection, "listReportVersions", { params: { month } })).value.items;
  }

  withdrawReport(month: Month, { key, etag }: Submission) {
    const seen = etag === null ? {} : { ifMatch: etag };
    return call(this.connection, "withdrawActivityReport", { params: { month }, idempotencyKey: key, ...seen });
  }

  reportPdf(month: Month) {
    return callFile(this.connection, "getActivityReportPdf", PDF, { params: { month } });
  }

  submitReport(month: Month, body: Schemas["ActivityReportSubmission"], { key, etag }: Submission) {
    const seen = etag === null ? ({ ifNoneMatch: "*" } as const) : { ifMatch: etag };
    return call(this.connection, "submitActivityReport", { params: { month }, body, idempotencyKey: key, ...seen });
  }

  /** A company of an earlier contract gives them all, whatever is asked. */
  expenses(query: Narrowed<"listExpenses"> = {}) {
    return list(this.connection, "listExpenses", { query });
  }

  /** Sends a receipt: a large one piece by piece, so that a line that drops costs one piece. */
  uploadReceipt(receipt: ReceiptToSend, key: string): Promise<Schemas["Receipt"]> {
    const bytes = readFileSync(receipt.file);
    return bytes.length <= PIECE_BYTES
      ? this.uploadWhole(receipt, bytes, key)
      : uploadInPieces(this.connection, receipt, bytes);
  }

  private async uploadWhole({ name, mediaType }: ReceiptToSend, bytes: Buffer, idempotencyKey: string) {
    const form = async () => {
      const { File, FormData } = await import("node-fetch");
      const data = new FormData();
      data.set("file", new File([bytes], name, { type: mediaType }));
      return data;
    };
    return (await call(this.connection, "uploadReceipt", { form, idempotencyKey })).value;
  }

  /** The months of before that the company took over, the one that was taken over last first; nothing by a company of an earlier contract. */
  async history() {
    return (await orNull(list(this.connection, "listHistory"))) ?? [];
  }

  receiptContent(receiptId: string) {
    return callFile(this.connection, "getReceiptContent", RECEIPT_CONTENT, { params: { receiptId } });
  }

  async submitExpense(body: Schemas["ExpenseSubmission"], idempotencyKey: string) {
    return (await call(this.connection, "submitExpense", { body, idempotencyKey })).value;
  }

  async answerExpense(expenseId: string, body: Schemas["ExpenseAnswer"], idempotencyKey: string) {
    return (await call(this.connection, "answerExpense", { params: { expenseId }, body, idempotencyKey })).value;
  }

  async account(month: Month) {
    return (await call(this.connection, "getAccount", { query: { month } })).value;
  }

  entries(month: Month) {
    return list(this.connection, "listAccountEntries", { query: { month } });
  }

  /** The entries of every month, newest first. */
  allEntries() {
    return list(this.connection, "listAccountEntries");
  }

  /** What clients were billed for the porté's work, newest first; nothing by a company of an earlier contract. */
  async invoices() {
    return (await orNull(list(this.connection, "listInvoices"))) ?? [];
  }

  invoicePdf(invoiceId: string) {
    return callFile(this.connection, "getInvoicePdf", PDF, { params: { invoiceId } });
  }

  /** What clients have paid for the porté's work, newest first; nothing by a company of an earlier contract. */
  async clientPayments() {
    return (await orNull(list(this.connection, "listOwnPayments"))) ?? [];
  }

  payslips(query: Narrowed<"listPayslips"> = {}) {
    return list(this.connection, "listPayslips", { query });
  }

  /** @param payslipId one of the month that does not stand any more, too; without it, the one that stands. */
  async payslip(month: Month, payslipId?: string) {
    const query = payslipId === undefined ? {} : { payslipId };
    return withKernelSections((await call(this.connection, "getPayslip", { params: { month }, query })).value);
  }

  /** Gives the payslip of a month that stands, or null where none does. */
  standingPayslip(month: Month) {
    return orNull(this.payslip(month));
  }

  /** @param model another model of payslip than the month's own. */
  payslipPdf(month: Month, model?: "2027") {
    return callFile(this.connection, "getPayslipPdf", PDF, {
      params: { month },
      query: model === undefined ? {} : { model },
    });
  }
}

/** Gives null for what a company says that it does not hold. */
function orNull<Value>(answer: Promise<Value>): Promise<Value | null> {
  return answer.catch((failure: unknown) => {
    if (isRefusal(failure, "company.not_found")) return null;
    throw failure;
  });
}

/** Says whether something else than a company answered: it refused what every company gives, or gave something else. */
function isOther(failure: unknown): boolean {
  if (isFailure(failure, "company.refused")) return true;
  return isFailure(failure, "server.answer") && ["json", "shape"].includes(failure.facts.fault);
}
