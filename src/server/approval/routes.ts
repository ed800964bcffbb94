import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { totalsOf } from "../../domain/activity.ts";
import { isPlainText } from "../../domain/plain-text.ts";
import { limitedBy } from "../auth/limits.ts";
import type { Deps } from "../deps.ts";
import { linkPages, tokenOf } from "../pages/link-page.ts";
import { answerLink, type ClientAnswer } from "./commands.ts";
import { monthOfLink } from "./queries.ts";

interface Form {
  readonly decision?: string;
  readonly reason?: string;
}

const REASON_MAX = 500;

/** The page on which a client approves or refuses a month; it works without JavaScript, and looking at it decides nothing. */
export function clientRoutes(app: FastifyInstance, deps: Deps): void {
  const { page, gone } = linkPages(deps, "client", async () => "linkGone");
  const limited = { config: limitedBy("client") };

  const show = async (request: FastifyRequest, reply: FastifyReply, fault: ReasonFault | null) => {
    const found = await monthOfLink(deps, deps.db, tokenOf(request));
    if (found === null) return gone(request, reply);
    const { mission = 0, unbilled = 0 } = totalsOf(found.days);
    return page(request, reply, "client-month", { found, total: mission + unbilled, fault });
  };

  app.get("/client/*", limited, (request, reply) => show(request, reply, null));

  app.post("/client/*", limited, async (request, reply) => {
    const answer = answerOf((request.body ?? {}) as Form);
    if (answer === null) return show(request, reply.code(400), null);
    const fault = faultOf(answer);
    if (fault !== null) return show(request, reply.code(400), fault);
    const isTaken = await answerLink(deps, tokenOf(request), answer);
    if (!isTaken) return gone(request, reply);
    const outcome = answer.decision === "reject" ? "clientRefused" : "clientApproved";
    return page(request, reply, "message", { outcome });
  });
}

/** Why a reason is not taken: the porté reads it as it is. */
type ReasonFault = "missing" | "unseen";

function faultOf({ reason }: ClientAnswer): ReasonFault | null {
  if (reason === null) return null;
  if (reason === "") return "missing";
  return isPlainText(reason) ? null : "unseen";
}

/** What a form says; an approval has no reason. */
function answerOf({ decision, reason }: Form): ClientAnswer | null {
  if (decision === "approve") return { decision, reason: null };
  return decision === "reject"
    ? {
        decision,
        reason: String(reason ?? "")
          .trim()
          .slice(0, REASON_MAX),
      }
    : null;
}
