import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { limitedBy } from "../auth/limits.ts";
import type { Deps } from "../deps.ts";
import { linkPages, tokenOf } from "../pages/link-page.ts";
import { readerLanguage } from "../pages/render.ts";
import { documentFile } from "./queries.ts";
import { contractOfLink, sign } from "./signing.ts";

interface Form {
  readonly name?: string;
  readonly consent?: string;
  readonly sha256?: string;
}

const NAME_MAX = 120;

/** The page on which a contract is signed; it works without JavaScript, and looking at it signs nothing. */
export function signingRoutes(app: FastifyInstance, deps: Deps): void {
  const { page, gone } = linkPages(deps, "sign", "signingGone");
  const limited = { config: limitedBy("client") };

  const show = async (request: FastifyRequest, reply: FastifyReply, lacks: "name" | "consent" | null, typed = "") => {
    const token = tokenOf(request);
    const found = await contractOfLink(deps, deps.db, token);
    if (found === null) return gone(request, reply);
    return page(request, reply, "sign", { found, lacks, typed, document: `/sign-document/${token}` });
  };

  app.get("/sign/*", limited, (request, reply) => show(request, reply, null));

  app.get("/sign-document/*", limited, async (request, reply) => {
    const found = await contractOfLink(deps, deps.db, tokenOf(request));
    if (found === null) return gone(request, reply);
    const { name, pdf } = await documentFile(deps.db, { documentId: found.documentId });
    return reply
      .header("content-type", "application/pdf")
      .header("content-disposition", `inline; filename="${name}"`)
      .header("x-robots-tag", "noindex")
      .send(pdf);
  });

  app.post("/sign/*", limited, async (request, reply) => {
    const { name: typed, consent, sha256 = "" } = (request.body ?? {}) as Form;
    const name = String(typed ?? "")
      .trim()
      .slice(0, NAME_MAX);
    if (name === "") return show(request, reply.code(400), "name");
    if (consent !== "yes") return show(request, reply.code(400), "consent", name);
    const { pages } = await catalogueOf(readerLanguage(request.headers["accept-language"]));
    const isTaken = await sign(deps, tokenOf(request), { name, sha256: String(sha256), words: pages.sign.consent });
    if (!isTaken) return gone(request, reply);
    return page(request, reply, "message", { outcome: "signed" });
  });
}
