import { readFileSync } from "node:fs";
import { File, FormData } from "node-fetch";
import type { components } from "../contract/types.ts";
import type { Month } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import { type Answer, type AnswerName, FILE_AS_IT_IS, readFile, readPdf } from "./answer.ts";
import { ask, type Line, type Request, sendAndRead, type Versioned } from "./http.ts";
import { listOf, type PageName } from "./list.ts";
import { PIECE_BYTES, type ReceiptToSend, uploadInPieces } from "./upload.ts";

export type { Versioned } from "./http.ts";
export type Schemas = components["schemas"];

/** A receipt is 10 MB at most, and what is printed much less. */
const MOST_FILE_BYTES = 32 * 1024 * 1024;

export interface Submission {
  readonly key: string;
  /** The version that is replaced; null for a first one. */
  readonly etag: string | null;
}

/** A portage company, over its API: one method an operation. Each throws what `ask` throws. */
export class Company {
  private readonly line: Line;

  constructor(line: Line) {
    this.line = line;
  }

  /** @throws {PorteError} `server.not_porte` where something else answers. */
  async service(): Promise<Schemas["Service"]> {
    const { url } = this.line;
    const service = await this.json("Service", { method: "GET", path: "/service" }).catch((failure: unknown) => {
      if (isOther(failure)) throw new PorteError("server.not_porte", { url }, { cause: failure });
      throw failure;
    });
    if (service.service !== "portage") throw new PorteError("server.not_porte", { url });
    return service;
  }

  /** The public keys that sign receipts; one of another kind than the contract's is of a later contract. */
  async receiptKeys(): Promise<Schemas["ReceiptKeys"]["keys"]> {
    const { keys } = await this.json("ReceiptKeys", { method: "GET", path: "/receipt-keys" });
    return keys.filter(({ kty, crv }) => kty === "OKP" && crv === "Ed25519");
  }

  me(): Promise<Schemas["Me"]> {
    return this.json("Me", { method: "GET", path: "/me" });
  }

  profile(): Promise<Schemas["Company"]> {
    return this.json("Company", { method: "GET", path: "/company" });
  }

  overview(): Promise<Schemas["Overview"]> {
    return this.json("Overview", { method: "GET", path: "/overview" });
  }

  missions(): Promise<Schemas["Mission"][]> {
    return this.all("MissionPage", "/missions");
  }

  leave(): Promise<Schemas["Leave"][]> {
    return this.all("LeavePage", "/leave");
  }

  reports(): Promise<Schemas["ActivityReport"][]> {
    return this.all("ActivityReportPage", "/activity-reports");
  }

  /** Gives a month's report as the company holds it, or null where it holds none. */
  async report(month: Month): Promise<Versioned<Schemas["ActivityReport"]> | null> {
    try {
      return await this.versioned("ActivityReport", { method: "GET", path: `/activity-reports/${month}` });
    } catch (failure) {
      if (isRefusal(failure, "company.not_found")) return null;
      throw failure;
    }
  }

  async reportVersions(month: Month): Promise<Schemas["ReportVersion"][]> {
    const request = { method: "GET", path: `/activity-reports/${month}/versions` } as const;
    return (await this.json("ReportVersions", request)).items;
  }

  withdrawReport(month: Month, { key, etag }: Submission): Promise<Versioned<Schemas["ActivityReport"]>> {
    return this.versioned("ActivityReport", {
      method: "POST",
      path: `/activity-reports/${month}/withdrawal`,
      headers: etag === null ? {} : { "if-match": etag },
      idempotencyKey: key,
    });
  }

  reportPdf(month: Month): Promise<Uint8Array> {
    return this.pdf(`/activity-reports/${month}/pdf`);
  }

  submitReport(
    month: Month,
    body: Schemas["ActivityReportSubmission"],
    { key, etag }: Submission,
  ): Promise<Versioned<Schemas["ActivityReport"]>> {
    const headers: Record<string, string> = etag === null ? { "if-none-match": "*" } : { "if-match": etag };
    return this.versioned("ActivityReport", {
      method: "PUT",
      path: `/activity-reports/${month}`,
      json: body,
      headers,
      idempotencyKey: key,
    });
  }

  expenses(): Promise<Schemas["Expense"][]> {
    return this.all("ExpensePage", "/expenses");
  }

  /** Sends a receipt: a large one piece by piece, so that a line that drops costs one piece. */
  uploadReceipt(receipt: ReceiptToSend, key: string): Promise<Schemas["Receipt"]> {
    const bytes = readFileSync(receipt.file);
    return bytes.length <= PIECE_BYTES
      ? this.uploadWhole(receipt, bytes, key)
      : uploadInPieces(this.line, receipt, bytes);
  }

  private uploadWhole({ name, mediaType }: ReceiptToSend, bytes: Buffer, key: string): Promise<Schemas["Receipt"]> {
    const form = async () => {
      const data = new FormData();
      data.set("file", new File([bytes], name, { type: mediaType }));
      return data;
    };
    return this.json("Receipt", { method: "POST", path: "/receipts", form, idempotencyKey: key });
  }

  async receiptContent(id: string): Promise<{ bytes: Uint8Array; mediaType: string }> {
    const path = `/receipts/${encodeURIComponent(id)}/content`;
    return this.file(path, "*/*", readFile);
  }

  submitExpense(body: Schemas["ExpenseSubmission"], key: string): Promise<Schemas["Expense"]> {
    return this.json("Expense", { method: "POST", path: "/expenses", json: body, idempotencyKey: key });
  }

  answerExpense(id: string, body: Schemas["ExpenseAnswer"], key: string): Promise<Schemas["Expense"]> {
    return this.json("Expense", {
      method: "POST",
      path: `/expenses/${encodeURIComponent(id)}/answer`,
      json: body,
      idempotencyKey: key,
    });
  }

  account(month: Month): Promise<Schemas["Account"]> {
    return this.json("Account", { method: "GET", path: `/account?month=${month}` });
  }

  entries(month: Month): Promise<Schemas["AccountEntry"][]> {
    return this.all("AccountEntryPage", `/account/entries?month=${month}`);
  }

  payslips(): Promise<Schemas["PayslipSummary"][]> {
    return this.all("PayslipPage", "/payslips");
  }

  /** @param payslipId one of the month that does not stand any more, too; without it, the one that stands. */
  payslip(month: Month, payslipId?: string): Promise<Schemas["Payslip"]> {
    const named = payslipId === undefined ? "" : `?payslipId=${encodeURIComponent(payslipId)}`;
    return this.json("Payslip", { method: "GET", path: `/payslips/${month}${named}` });
  }

  /** Gives the payslip of a month that stands, or null where none does. */
  async standingPayslip(month: Month): Promise<Schemas["Payslip"] | null> {
    try {
      return await this.payslip(month);
    } catch (failure) {
      if (isRefusal(failure, "company.not_found")) return null;
      throw failure;
    }
  }

  /** @param model another model of payslip than the month's own. */
  payslipPdf(month: Month, model?: "2027"): Promise<Uint8Array> {
    return this.pdf(`/payslips/${month}/pdf${model === undefined ? "" : `?model=${model}`}`);
  }

  private async json<Name extends AnswerName>(name: Name, request: Request): Promise<Schemas[Name]> {
    return (await ask(this.line, name, request)).value;
  }

  private versioned<Name extends AnswerName>(name: Name, request: Request): Promise<Versioned<Schemas[Name]>> {
    return ask(this.line, name, request);
  }

  private pdf(path: string): Promise<Uint8Array> {
    return this.file(path, "application/pdf", readPdf);
  }

  private file<Value>(path: string, accept: string, read: (answer: Answer) => Value): Promise<Value> {
    const headers = { accept, ...FILE_AS_IT_IS };
    return sendAndRead(this.line, { method: "GET", path, headers, mostBytes: MOST_FILE_BYTES }, read);
  }

  private all<Name extends PageName>(name: Name, path: string): Promise<Schemas[Name]["items"]> {
    return listOf(this.line, name, path);
  }
}

/** Says whether something else than a company answered: it refused what every company gives, or gave something else. */
function isOther(failure: unknown): boolean {
  if (!(failure instanceof PorteError)) return false;
  if (failure.code === "company.refused") return true;
  return failure.code === "server.answer" && ["json", "shape"].includes((failure.facts as { fault: string }).fault);
}

/** Says whether a company refused with this reason. */
function isRefusal(failure: unknown, code: string): boolean {
  return (
    failure instanceof PorteError &&
    failure.code === "company.refused" &&
    (failure as PorteError<"company.refused">).facts.problem?.code === code
  );
}
