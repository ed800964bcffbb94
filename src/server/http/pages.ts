import type { FastifyError, FastifyInstance } from "fastify";
import type { Provider } from "oidc-provider";
import { PorteError } from "../../errors.ts";
import { clientRoutes } from "../approval/routes.ts";
import { oauthRoutes } from "../auth/hand-over.ts";
import { interactionRoutes } from "../auth/interactions.ts";
import { companyProfile } from "../company/queries.ts";
import { isDatabaseDown } from "../db/away.ts";
import type { Deps } from "../deps.ts";
import { signingRoutes } from "../documents/sign-page.ts";
import { homePage, messagePage, styleSheet } from "../pages/render.ts";
import { takeForms } from "./page-forms.ts";
import { answerProblem } from "./problem.ts";

/** What is read by programs, among what people see. */
const FOR_PROGRAMS = /^\/(oauth|\.well-known)\//;

/** What people see in a browser: the login, the client's page, and the OAuth server's own routes. */
export async function pageRoutes(app: FastifyInstance, deps: Deps, provider: Provider): Promise<void> {
  await takeForms(app);
  /** A person who is refused something reads it on a page. */
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { statusCode: status = 500 } = error;
    if (status < 400 || status >= 500 || FOR_PROGRAMS.test(request.url)) return answerProblem(error, request, reply);
    const { name } = await companyProfile(deps).catch((failure: unknown) => {
      if (!isDatabaseDown(failure) && !(failure instanceof PorteError)) throw failure;
      return { name: "porte" };
    });
    const outcome = status === 429 ? "tooMany" : "failed";
    const page = await messagePage(deps, request.headers["accept-language"], name, outcome);
    return reply
      .code(status)
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(page);
  });
  app.get("/assets/style.css", async (_request, reply) =>
    reply.header("content-type", "text/css; charset=utf-8").send(await styleSheet(deps)),
  );
  app.get("/", async ({ headers: { accept = "", "accept-language": language } }, reply) => {
    const { name } = await companyProfile(deps);
    void reply.header("vary", "accept, accept-language").header("cache-control", "no-store");
    if (!accept.includes("text/html"))
      return reply.send({ program: "porte-company", company: name, api: `${deps.url()}/v1` });
    const page = await homePage(deps, language, name);
    return reply.header("content-type", "text/html; charset=utf-8").send(page);
  });
  await interactionRoutes(app, deps, provider);
  clientRoutes(app, deps);
  signingRoutes(app, deps);
  oauthRoutes(app, deps, provider);
}
