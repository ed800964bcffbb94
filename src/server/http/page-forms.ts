import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import { assertForm } from "./text.ts";

/** What the pages take and how they may be kept: forms and nothing else, every text checked, and no copy of what was shown. */
export async function takeForms(pages: FastifyInstance): Promise<void> {
  pages.removeAllContentTypeParsers();
  await pages.register(formbody);
  pages.addHook("preValidation", assertForm);
  /** Written on the answer itself, for the OAuth server's pages too. */
  pages.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/assets/")) reply.raw.setHeader("cache-control", "no-store");
  });
}
