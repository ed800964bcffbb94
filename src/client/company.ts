import { readFileSync } from "node:fs";
import { File, FormData } from "node-fetch";
import type { components } from "../contract/types.ts";
import type { Month } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import { type Line, type Request, readJson, send } from "./http.ts";
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

/** A portage company, over its API: one method an operation. Each throws what `send` throws. */
export class Company {
  private readonly line: Line;

  constructor(line: Line) {
    this.line = line;
  }

  /** @throws {PorteError} `server.not_porte` where something else answers. */
  async service(): Promise<Schemas["Service"]> {
    const service = await this.json<Schemas["Service"]>({ method: "GET", path: "/service" }).catch(
      (failure: unknown) => {
        if (failure instanceof PorteError && failure.code === "company.refused")
          throw new PorteError("server.not_porte", { url: this.line.url }, { cause: failure });
        throw failure;
      },
    );
    if (service.service !== "portage") throw new PorteError("server.not_porte", { url: this.line.url });
    return service;
  }

  /** The public keys that sign receipts. */
  async receiptKeys(): Promise<Schemas["ReceiptKeys"]["keys"]> {
    return (await this.json<Schemas["ReceiptKeys"]>({ method: "GET", path: "/receipt-keys" })).keys;
  }

  me(): Promise<Schemas["Me"]> {
    return this.json({ method: "GET", path: "/me" });
  }

  profile(): Promise<Schemas["Company"]> {
    return this.json({ method: "GET", path: "/company" });
  }

  overview(): Promise<Schemas["Overview"]> {
    return this.json({ method: "GET", path: "/overview" });
  }

  missions(): Promise<Schemas["Mission"][]> {
    return this.all<Schemas["Mission"]>("/missions");
  }

  leave(): Promise<Schemas["Leave"][]> {
    return this.all<Schemas["Leave"]>("/leave");
  }

  reports(): Promise<Schemas["ActivityReport"][]> {
    return this.all<Schemas["ActivityReport"]>("/activity-reports");
  }

  /** Gives a month's report as the company holds it, or null where it holds none. */
  async report(month: Month): Promise<Versioned<Schemas["ActivityReport"]> | null> {
    try {
      return await this.versioned<Schemas["ActivityReport"]>({ method: "GET", path: `/activity-reports/${month}` });
    } catch (failure) {
      if (isRefusal(failure, "company.not_found")) return null;
      throw failure;
    }
  }

  async reportVersions(month: Month): Promise<Schemas["ReportVersion"][]> {
    return (await this.json<Schemas["ReportVersions"]>({ method: "GET", path: `/activity-reports/${month}/versions` }))
      .items;
  }

  withdrawReport(month: Month, { key, etag }: Submission): Promise<Versioned<Schemas["ActivityReport"]>> {
    return this.versioned({
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
    return this.versioned({
      method: "PUT",
      path: `/activity-reports/${month}`,
      json: body,
      headers,
      idempotencyKey: key,
    });
  }

  expenses(): Promise<Schemas["Expense"][]> {
    return this.all<Schemas["Expense"]>("/expenses");
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
    return this.json({ method: "POST", path: "/receipts", form, idempotencyKey: key });
  }

  async receiptContent(id: string): Promise<{ bytes: Uint8Array; mediaType: string }> {
    const path = `/receipts/${encodeURIComponent(id)}/content`;
    const response = await send(this.line, { method: "GET", path, headers: { accept: "*/*" } });
    const mediaType = response.headers.get("content-type") ?? "";
    return { bytes: new Uint8Array(await response.arrayBuffer()), mediaType };
  }

  submitExpense(body: Schemas["ExpenseSubmission"], key: string): Promise<Schemas["Expense"]> {
    return this.json({ method: "POST", path: "/expenses", json: body, idempotencyKey: key });
  }

  answerExpense(id: string, body: Schemas["ExpenseAnswer"], key: string): Promise<Schemas["Expense"]> {
    return this.json({
      method: "POST",
      path: `/expenses/${encodeURIComponent(id)}/answer`,
      json: body,
      idempotencyKey: key,
    });
  }

  account(month: Month): Promise<Schemas["Account"]> {
    return this.json({ method: "GET", path: `/account?month=${month}` });
  }

  entries(month: Month): Promise<Schemas["AccountEntry"][]> {
    return this.all<Schemas["AccountEntry"]>(`/account/entries?month=${month}`);
  }

  payslips(): Promise<Schemas["PayslipSummary"][]> {
    return this.all<Schemas["PayslipSummary"]>("/payslips");
  }

  payslip(month: Month): Promise<Schemas["Payslip"]> {
    return this.json({ method: "GET", path: `/payslips/${month}` });
  }

  /** @param model another model of payslip than the month's own. */
  payslipPdf(month: Month, model?: "2027"): Promise<Uint8Array> {
    return this.pdf(`/payslips/${month}/pdf${model === undefined ? "" : `?model=${model}`}`);
  }

  private async json<Value>(request: Request): Promise<Value> {
    return (await readJson(this.line.url, await send(this.line, request))) as Value;
  }

  private async pdf(path: string): Promise<Uint8Array> {
    const response = await send(this.line, { method: "GET", path, headers: { accept: "application/pdf" } });
    return new Uint8Array(await response.arrayBuffer());
  }

  private async versioned<Value>(request: Request): Promise<Versioned<Value>> {
    const response = await send(this.line, request);
    return { value: (await readJson(this.line.url, response)) as Value, etag: response.headers.get("etag") };
  }

  private async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    const seen = new Set<string | null>([null]);
    let cursor: string | null = null;
    do {
      const page: Page<Item> = await this.json({ method: "GET", path: pagePath(path, cursor) });
      items.push(...page.items);
      seen.add(cursor);
      cursor = page.nextCursor;
    } while (!seen.has(cursor));
    return items;
  }
}

interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

function pagePath(path: string, cursor: string | null): string {
  if (cursor === null) return path;
  return `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
}

/** Says whether a company refused with this reason. */
function isRefusal(failure: unknown, code: string): boolean {
  return (
    failure instanceof PorteError &&
    failure.code === "company.refused" &&
    (failure as PorteError<"company.refused">).facts.problem?.code === code
  );
}
