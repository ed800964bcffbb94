import { createHash } from "node:crypto";
import { answerOnce, answers, type Handlers, reads, writes } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import { uploadOf } from "../http/upload.ts";
import { admitReceipt, recordReceipt } from "../receipts/commands.ts";
import { importMonth, porteHeld } from "./commands.ts";
import { listHistory, listPersonHistory } from "./queries.ts";

/** What a porté lived before the company served the contract: taken over by the staff, read by its porté. */
export function historyRoutes(deps: Deps) {
  return {
    listHistory: reads(({ caller, query }) => listHistory(deps, caller, query)),
    listPersonHistory: reads(({ params, query }) => listPersonHistory(deps, params.personId, query)),
    importMonth: writes(deps, ({ trx, caller, params: { personId }, body: submission }) =>
      importMonth(deps, trx, caller, { personId, submission }),
    ),
    importPaper: answers(async ({ caller, params, request, reply }) => {
      const upload = await uploadOf(request);
      const fingerprint = createHash("sha256").update(upload.bytes).digest("hex");
      const { id: personId } = await porteHeld(deps.db, params.personId);
      const owner = { ...caller, personId };
      const admitted = await admitReceipt(deps, owner, upload);
      await answerOnce(deps, request, reply, { caller, fingerprint }, async (trx) => ({
        status: 201,
        body: await recordReceipt(deps, trx, owner, admitted),
        etag: null,
      }));
      return reply;
    }),
  } satisfies Partial<Handlers>;
}
