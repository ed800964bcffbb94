import { sql } from "kysely";
import type { Configuration, KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Deps } from "../deps.ts";
import { messagePage, renderPage } from "../pages/render.ts";
import { MAX_DEVICE_CODES, POLL_SECONDS } from "./limits.ts";

type DeviceFlow = NonNullable<NonNullable<Configuration["features"]>["deviceFlow"]>;

/** How long a new login is told to wait where too many others do, in seconds. */
const ROOM_AGAIN_S = 60;

/** The pages on which a person types the code of a login, compares it, and hears that all is done. */
export function devicePages(deps: Deps, company: string): DeviceFlow {
  const language = (ctx: KoaContextWithOIDC) => ctx.get("accept-language");
  return {
    enabled: true,
    charset: "base-20",
    mask: "****-****",
    userCodeInputSource: async (ctx, form, _out, error) => {
      const failed = error !== undefined;
      ctx.body =
        failed && isUnsaved(ctx)
          ? await messagePage(deps, language(ctx), company, "failed")
          : await renderPage(deps, language(ctx), "device-code", { company, form, failed });
    },
    userCodeConfirmSource: async (ctx, form, _client, _device, userCode) => {
      ctx.body = await renderPage(deps, language(ctx), "device-confirm", { company, form, userCode });
    },
    successSource: async (ctx) => {
      ctx.body = await messagePage(deps, language(ctx), company, "done");
    },
  };
}

/**
 * Says whether a browser came without a session of its own: a form that is shown to it could never be sent, and what was begun
 * for it is not kept.
 */
function isUnsaved(ctx: KoaContextWithOIDC): boolean {
  const session = ctx.oidc.session as { new?: boolean; touched?: boolean } | undefined;
  if (session?.new !== true) return false;
  session.touched = false;
  return true;
}

/** Hands out a code only while not too many wait for their approval, and tells how often to ask. */
export function boundDeviceCodes(provider: Provider, db: Deps["db"], path: string): void {
  provider.use(async (ctx, next) => {
    if (ctx.path !== path) return next();
    if (await hasTooMany(db)) {
      ctx.status = 503;
      ctx.set("retry-after", String(ROOM_AGAIN_S));
      ctx.body = { error: "temporarily_unavailable", error_description: "too many logins wait for their approval" };
      return;
    }
    await next();
    if (ctx.status === 200) ctx.body = { ...(ctx.body as object), interval: POLL_SECONDS };
  });
}

async function hasTooMany(db: Deps["db"]): Promise<boolean> {
  const { codes } = await db
    .selectFrom("oidc_records")
    .select(({ fn }) => fn.countAll<number>().as("codes"))
    .where("model", "=", "DeviceCode")
    .where("consumed_at", "is", null)
    .where(sql<boolean>`expires_at > now()`)
    .executeTakeFirstOrThrow();
  return codes >= MAX_DEVICE_CODES;
}
