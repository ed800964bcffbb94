import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { totalsOf } from "../../domain/activity.ts";
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
  const { page, gone } = linkPages(deps, "client", "linkGone");
  const limited = { config: limitedBy("client") };

  const show = async (request: FastifyRequest, reply: FastifyReply, lacksReason: boolean) => {
    const found = await monthOfLink(deps, deps.db, tokenOf(request));
    if (found === null) return gone(request, reply);
    const { mission = 0, unbilled = 0 } = totalsOf(found.days);
    return page(request, reply, "client-month", { found, total: mission + unbilled, lacksReason });
  };

  app.get("/client/*", limited, (request, reply) => show(request, reply, false));

  app.post("/client/*", limited, async (request, reply) => {
    const answer = answerOf((request.body ?? {}) as Form);
    if (answer === null) return show(request, reply.code(400), false);
    const isRefusal = answer.decision === "reject";
    if (isRefusal && answer.reason === "") return show(request, reply.code(400), true);
    const isTaken = await answerLink(deps, tokenOf(request), answer);
    if (!isTaken) return gone(request, reply);
    return page(request, reply, "message", { outcome: isRefusal ? "clientRefused" : "clientApproved" });
  });
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
