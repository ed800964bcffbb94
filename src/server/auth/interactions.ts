import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errors, type Interaction, type InteractionResults, type Provider } from "oidc-provider";
import { companyProfile } from "../company/queries.ts";
import type { Deps } from "../deps.ts";
import { renderPage } from "../pages/render.ts";
import { limitedBy } from "./limits.ts";
import { CLI_SCOPES } from "./scopes.ts";
import { makeSignIn } from "./sign-in.ts";

/** The sign-in and approval pages of a device login; they work without JavaScript. */
export async function interactionRoutes(app: FastifyInstance, deps: Deps, provider: Provider): Promise<void> {
  const trySignIn = await makeSignIn(deps);
  const page = async (request: FastifyRequest, reply: FastifyReply, name: "sign-in" | "approve", facts: object) => {
    const { name: company } = await companyProfile(deps);
    const html = await renderPage(deps, request.headers["accept-language"], name, {
      company,
      action: request.url.replace(/\/(sign-in|approve|deny|other)$/, ""),
      ...facts,
    });
    return reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store").send(html);
  };
  const finish = async (request: FastifyRequest, reply: FastifyReply, result: InteractionResults) => {
    reply.hijack();
    await provider.interactionFinished(request.raw, reply.raw, result, { mergeWithLastSubmission: true });
  };
  const limited = { config: limitedBy("interaction") };

  app.get("/interaction/:uid", limited, async (request, reply) => {
    const { prompt, session } = await interactionOf(provider, request, reply);
    if (prompt.name === "login") return page(request, reply, "sign-in", { failed: false, waitS: 0, email: "" });
    const person = await deps.db
      .selectFrom("people")
      .select(["name", "email"])
      .where("id", "=", session?.accountId ?? "")
      .executeTakeFirstOrThrow();
    return page(request, reply, "approve", { person, scopes: CLI_SCOPES });
  });

  app.post("/interaction/:uid/sign-in", { config: limitedBy("sign-in") }, async (request, reply) => {
    await interactionOf(provider, request, reply, "login");
    const form = (request.body ?? {}) as Record<string, unknown>;
    const email = textOf(form.email);
    const { cookie: cookies } = request.headers;
    const signedIn = await trySignIn({ email, password: textOf(form.password), cookies });
    if (signedIn.personId === null) {
      const { waitS } = signedIn;
      if (waitS > 0) void reply.header("retry-after", String(waitS));
      return page(request, reply.code(waitS > 0 ? 429 : 401), "sign-in", { failed: true, waitS, email });
    }
    reply.raw.setHeader("set-cookie", signedIn.cookie);
    await finish(request, reply, { login: { accountId: signedIn.personId } });
  });

  app.post("/interaction/:uid/approve", limited, async (request, reply) => {
    const { params, session } = await interactionOf(provider, request, reply, "consent");
    const grant = new provider.Grant({ accountId: session?.accountId ?? "", clientId: String(params.client_id) });
    grant.addOIDCScope(`openid offline_access ${CLI_SCOPES.join(" ")}`);
    await finish(request, reply, { consent: { grantId: await grant.save() } });
  });

  app.post("/interaction/:uid/deny", limited, async (request, reply) => {
    await interactionOf(provider, request, reply);
    await finish(request, reply, { error: "access_denied", error_description: "refused by the person" });
  });

  app.post("/interaction/:uid/other", limited, async (request, reply) => {
    const interaction = await interactionOf(provider, request, reply, "consent");
    await signOut(provider, interaction);
    return reply.redirect(request.url.replace(/\/other$/, ""), 303);
  });
}

/**
 * Gives the part of a login that a browser is at.
 * @throws {errors.SessionNotFound} where it is at none, at another one, or at another step.
 */
async function interactionOf(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  step?: "login" | "consent",
): Promise<Interaction> {
  const interaction = await provider.interactionDetails(request.raw, reply.raw);
  const isHere = interaction.uid === (request.params as { uid: string }).uid;
  const isWhose = interaction.prompt.name === "login" || interaction.session?.accountId !== undefined;
  if (isHere && isWhose && (step === undefined || interaction.prompt.name === step)) return interaction;
  throw new errors.SessionNotFound("another step of the login");
}

/** Ends the browser's session, and takes the login back to where a person says who they are. */
async function signOut(provider: Provider, interaction: Interaction): Promise<void> {
  const session = await provider.Session.findByUid(interaction.session?.uid ?? "");
  await session?.destroy();
  interaction.prompt = { name: "login", reasons: ["no_session"], details: {} };
  delete interaction.session;
  delete interaction.lastSubmission;
  delete interaction.grantId;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

/** A field of a form; one that is there twice, or holds what no text does, says nothing. */
function textOf(field: unknown): string {
  return typeof field === "string" && !field.includes("\0") ? field : "";
}
