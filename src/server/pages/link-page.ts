import type { FastifyReply, FastifyRequest } from "fastify";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { renderPage } from "./render.ts";

const GONE = 410;

/** Sends a page that a mailed link opens. */
type SendPage = (request: FastifyRequest, reply: FastifyReply, name: string, facts: object) => Promise<FastifyReply>;

/** The pages of one kind of mailed link, and what is told where the link no longer serves: nobody but its reader keeps or finds them. */
export function linkPages(
  deps: Deps,
  about: "client" | "sign",
  goneOutcome: (request: FastifyRequest) => Promise<"linkGone" | "signingGone" | "signingDone">,
): { readonly page: SendPage; readonly gone: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> } {
  const page: SendPage = async (request, reply, name, facts) => {
    const { name: company } = await companyProfile(deps);
    const html = await renderPage(deps, request.headers["accept-language"], name, { company, about, ...facts });
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("x-robots-tag", "noindex")
      .send(html);
  };
  const gone = async (request: FastifyRequest, reply: FastifyReply) =>
    page(request, reply.code(GONE), "message", { outcome: await goneOutcome(request) });
  return { page, gone };
}

/** The last part of a link's address, as it came. */
export function tokenOf({ params }: FastifyRequest): string {
  return (params as { "*": string })["*"];
}
