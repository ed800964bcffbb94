import { createHash } from "node:crypto";
import { PorteError } from "../../errors.ts";
import { answerOnce, answers, type Handlers, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { uploadOf } from "../http/upload.ts";
import { admitReceipt, recordReceipt } from "./commands.ts";
import { readReceipt } from "./queries.ts";
import { forgetPieces, putPiece, recordPiece, startUpload } from "./uploads.ts";

/** Receipts: sent whole or in pieces, and read. */
export function receiptRoutes(deps: Deps) {
  return {
    uploadReceipt: answers(async ({ caller, request, reply }) => {
      const upload = await uploadOf(request);
      const fingerprint = createHash("sha256").update(upload.bytes).digest("hex");
      const admitted = await admitReceipt(deps, caller, upload);
      await answerOnce(deps, request, reply, { caller, fingerprint }, async (trx) => ({
        status: 201,
        body: await recordReceipt(deps, trx, caller, admitted),
        etag: null,
      }));
      return reply;
    }),
    startReceiptUpload: writes(deps, ({ trx, caller, body, params }) =>
      startUpload(deps, trx, caller, params.sha256, body),
    ),
    continueReceiptUpload: answers(async ({ caller, params: { sha256 }, request, reply }) => {
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
      const kept = (err: unknown) => request.log.warn({ err }, "pieces of a receipt are still there");
      if (put !== null && typeof put === "object") await forgetPieces(deps, caller, sha256).catch(kept);
      return reply;
    }),
    getReceiptContent: answers(async ({ caller, params: { receiptId }, reply }) => {
      const { bytes, mediaType, sha256 } = await readReceipt(deps, caller, receiptId);
      const extension = mediaType.split("/")[1] ?? "bin";
      return reply
        .header("content-type", mediaType)
        .header("content-disposition", `attachment; filename="${sha256.slice(0, 16)}.${extension}"`)
        .header("cache-control", "private, no-store")
        .header("etag", `"${sha256}"`)
        .send(Buffer.from(bytes));
    }),
  } satisfies Partial<Handlers>;
}
