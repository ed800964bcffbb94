import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPlainLine } from "../../domain/plain-text.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { limitedBy } from "../auth/limits.ts";
import type { Deps } from "../deps.ts";
import { linkPages, tokenOf } from "../pages/link-page.ts";
import { readerLanguage } from "../pages/render.ts";
import { documentFile } from "./queries.ts";
import { contractOfLink, sign, wasSigned } from "./signing.ts";

interface Form {
  readonly name?: string;
  readonly consent?: string;
  readonly sha256?: string;
}

/** Why a form signs nothing: no name, one that is not read as it is kept, no consent, another document than the page showed. */
type SigningFault = "name" | "unseen" | "consent" | "document";

const NAME_MAX = 120;
const CONFLICT = 409;

/** The page on which a contract is signed; it works without JavaScript, and looking at it signs nothing. */
export function signingRoutes(app: FastifyInstance, deps: Deps): void {
  const { page, gone } = linkPages(deps, "sign", async (request) =>
    (await wasSigned(deps, tokenOf(request))) ? "signingDone" : "signingGone",
  );
  const limited = { config: limitedBy("client") };

  const show = async (request: FastifyRequest, reply: FastifyReply, fault: SigningFault | null, typed = "") => {
    const token = tokenOf(request);
    const found = await contractOfLink(deps, deps.db, token);
    if (found === null) return gone(request, reply);
    return page(request, reply, "sign", { found, fault, typed, document: `/sign-document/${token}` });
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
    const form = (request.body ?? {}) as Form;
    const name = String(form.name ?? "").trim();
    const fault = faultOf(name, form);
    if (fault !== null) return show(request, reply.code(400), fault, fault === "consent" ? name : "");
    const { pages } = await catalogueOf(readerLanguage(request.headers["accept-language"]));
    const said = { name, sha256: String(form.sha256 ?? ""), words: pages.sign.consent };
    const outcome = await sign(deps, tokenOf(request), said);
    if (outcome === "gone") return gone(request, reply);
    if (outcome === "other-document") return show(request, reply.code(CONFLICT), "document", name);
    return page(request, reply, "message", { outcome: "signed" });
  });
}

function faultOf(name: string, { consent }: Form): SigningFault | null {
  if (name === "") return "name";
  if (name.length > NAME_MAX || !isPlainLine(name)) return "unseen";
  return consent === "yes" ? null : "consent";
}
