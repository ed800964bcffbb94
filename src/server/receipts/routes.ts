import { createHash } from "node:crypto";
import { PorteError } from "../../errors.ts";
import { answerOnce, type Handlers, writes } from "../api/route.ts";
import { callerOf } from "../auth/bearer.ts";
import type { Deps, Schemas } from "../deps.ts";
import { uploadOf } from "../http/upload.ts";
import { admitReceipt, recordReceipt } from "./commands.ts";
import { readReceipt } from "./queries.ts";
import { forgetPieces, putPiece, recordPiece, startUpload } from "./uploads.ts";

/** Receipts: sent whole or in pieces, and read. */
export function receiptRoutes(deps: Deps): Handlers {
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
  };
}
