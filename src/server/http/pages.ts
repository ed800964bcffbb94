import type { FastifyInstance } from "fastify";
import type { Provider } from "oidc-provider";
import { interactionRoutes } from "../auth/interactions.ts";
import type { Deps } from "../deps.ts";
import { styleSheet } from "../pages/render.ts";
import { clientRoutes } from "../routes/client.ts";
import { takeForms } from "./page-forms.ts";

/** What people see in a browser: the login, the client's page, and the OAuth server's own routes. */
export async function pageRoutes(app: FastifyInstance, deps: Deps, provider: Provider): Promise<void> {
  await takeForms(app);
  app.get("/assets/style.css", async (_request, reply) =>
    reply.header("content-type", "text/css; charset=utf-8").send(await styleSheet(deps)),
  );
  interactionRoutes(app, deps, provider);
  clientRoutes(app, deps);
  const answer = provider.callback();
  /** The OAuth server reads the raw request itself, so it takes over before any body is read. */
  const handOver = async (
    request: { raw: Parameters<typeof answer>[0] },
    reply: { hijack(): unknown; raw: Parameters<typeof answer>[1] },
  ) => {
    reply.hijack();
    await answer(request.raw, reply.raw);
  };
  for (const url of ["/.well-known/*", "/oauth/*", "/device", "/device/*"]) {
    const isGuessable = url === "/device";
    app.all(url, {
      config: isGuessable ? { rateLimit: { max: 30, timeWindow: 60_000 } } : {},
      preParsing: handOver as never,
      handler: async () => undefined,
    });
  }
}
