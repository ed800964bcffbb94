import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { InteractionResults, Provider } from "oidc-provider";
import type { Deps } from "../deps.ts";
import { renderPage } from "../pages/render.ts";
import { companyProfile, signIn } from "../services/people.ts";
import { CLI_SCOPES } from "./scopes.ts";

interface Form {
  readonly email?: string;
  readonly password?: string;
}

/** The sign-in and approval pages of a device login; they work without JavaScript. */
export function interactionRoutes(app: FastifyInstance, deps: Deps, provider: Provider): void {
  const page = async (request: FastifyRequest, reply: FastifyReply, name: "sign-in" | "approve", facts: object) => {
    const { name: company } = await companyProfile(deps);
    const html = await renderPage(deps, request.headers["accept-language"], name, {
      company,
      action: request.url.replace(/\/(sign-in|approve|deny)$/, ""),
      ...facts,
    });
    return reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store").send(html);
  };
  const finish = async (request: FastifyRequest, reply: FastifyReply, result: InteractionResults) => {
    reply.hijack();
    await provider.interactionFinished(request.raw, reply.raw, result, { mergeWithLastSubmission: true });
  };
  const limited = { config: { rateLimit: { max: 10, timeWindow: 60_000 } } };

  app.get("/interaction/:uid", async (request, reply) => {
    const { prompt, session } = await provider.interactionDetails(request.raw, reply.raw);
    if (prompt.name === "login") return page(request, reply, "sign-in", { failed: false, email: "" });
    const person = await deps.db
      .selectFrom("people")
      .select(["name", "email"])
      .where("id", "=", session?.accountId ?? "")
      .executeTakeFirstOrThrow();
    return page(request, reply, "approve", { person, scopes: CLI_SCOPES });
  });

  app.post("/interaction/:uid/sign-in", limited, async (request, reply) => {
    await provider.interactionDetails(request.raw, reply.raw);
    const { email = "", password = "" } = (request.body ?? {}) as Form;
    const personId = await signIn(deps.db, email, password);
    if (personId === null) return page(request, reply.code(401), "sign-in", { failed: true, email });
    await finish(request, reply, { login: { accountId: personId } });
  });

  app.post("/interaction/:uid/approve", async (request, reply) => {
    const { params, session } = await provider.interactionDetails(request.raw, reply.raw);
    const grant = new provider.Grant({ accountId: session?.accountId ?? "", clientId: String(params.client_id) });
    grant.addOIDCScope(`openid offline_access ${CLI_SCOPES.join(" ")}`);
    await finish(request, reply, { consent: { grantId: await grant.save() } });
  });

  app.post("/interaction/:uid/deny", async (request, reply) => {
    await provider.interactionDetails(request.raw, reply.raw);
    await finish(request, reply, { error: "access_denied", error_description: "refused by the person" });
  });
}
