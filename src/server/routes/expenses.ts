import { createHash } from "node:crypto";
import { PorteError } from "../../errors.ts";
import { callerOf } from "../auth/bearer.ts";
import type { Deps, Schemas } from "../deps.ts";
import { uploadOf } from "../http/upload.ts";
import { answerExpense } from "../services/expense-decisions.ts";
import { EXPENSES, submitExpense } from "../services/expenses.ts";
import { pageByNewest } from "../services/paging.ts";
import { forgetPieces, putPiece, recordPiece, startUpload } from "../services/receipt-uploads.ts";
import { admitReceipt, readReceipt, recordReceipt } from "../services/receipts.ts";
import { lists, MOST, START } from "./alongside.ts";
import { answerOnce, type Handlers, writes } from "./route.ts";

/** Receipts and expenses, as their porté sees them. */
export function expenseRoutes(deps: Deps): Handlers {
  return {
    uploadReceipt: {
      scope: "expenses",
      handler: async (request, reply) => {
        const caller = callerOf(request);
        const upload = await uploadOf(request);
        const fingerprint = createHash("sha256").update(upload.bytes).digest("hex");
        const admitted = await admitReceipt(deps, caller, upload);
        await answerOnce(deps, request, reply, { caller, fingerprint }, async (trx) => ({
          status: 201,
          body: await recordReceipt(deps, trx, caller, admitted),
          etag: null,
        }));
        return reply;
      },
    },
    startReceiptUpload: writes<Schemas["ReceiptUploadStart"]>(deps, "expenses", ({ trx, caller, body, params }) =>
      startUpload(deps, trx, caller, params.sha256 ?? "", body),
    ),
    continueReceiptUpload: {
      scope: "expenses",
      handler: async (request, reply) => {
        const caller = callerOf(request);
        const { sha256 = "" } = request.params as { sha256?: string };
        const offset = Number(request.headers["upload-offset"]);
        const content = request.body;
        if (!Buffer.isBuffer(content))
          throw new PorteError("company.invalid", {
            errors: [{ pointer: "/body", message: "is required as application/octet-stream" }],
          });
        const fingerprint = createHash("sha256").update(content).digest("hex");
        const put = await putPiece(deps, caller, { sha256, offset, content });
        await answerOnce(deps, request, reply, { caller, fingerprint }, (trx) =>
          recordPiece(deps, trx, caller, { sha256, offset, content, put }),
        );
        if (put !== null && typeof put === "object") await forgetPieces(deps, caller, sha256);
        return reply;
      },
    },
    getReceiptContent: {
      scope: "read",
      handler: async (request, reply) => {
        const caller = callerOf(request);
        const { receiptId = "" } = request.params as { receiptId?: string };
        const { bytes, mediaType, sha256 } = await readReceipt(deps, caller, receiptId);
        const extension = mediaType.split("/")[1] ?? "bin";
        return reply
          .header("content-type", mediaType)
          .header("content-disposition", `attachment; filename="${sha256.slice(0, 16)}.${extension}"`)
          .header("cache-control", "private, no-store")
          .send(Buffer.from(bytes));
      },
    },
    listExpenses: lists("read", {
      name: "expenses",
      ...EXPENSES,
      rows: EXPENSES.rows("caller.id", START, MOST),
      values: pageByNewest,
      isTagged: true,
    }),
    submitExpense: writes<Schemas["ExpenseSubmission"]>(deps, "expenses", ({ trx, caller, body }) =>
      submitExpense(deps, trx, caller, body),
    ),
    answerExpense: writes<Schemas["ExpenseAnswer"]>(deps, "expenses", ({ trx, caller, body, params }) =>
      answerExpense(trx, caller, params.expenseId ?? "", body.answer),
    ),
  };
}
