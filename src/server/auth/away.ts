import type { Provider } from "oidc-provider";
import { AWAY_RETRY_SECONDS, isDatabaseDown } from "../db/away.ts";

/**
 * Has the OAuth server say 503 where the database is away, as the rest of the company does. It turns every failure that is not its own
 * into an answer of 500 by itself, and tells of it beside that.
 */
export function answerAway(provider: Provider): void {
  const away = new WeakSet<object>();
  provider.on("server_error", (context, failure) => {
    if (isDatabaseDown(failure)) away.add(context);
  });
  provider.use(async (context, next) => {
    try {
      await next();
      if (!away.has(context)) return;
    } catch (failure) {
      if (!isDatabaseDown(failure)) throw failure;
      context.body = { error: "temporarily_unavailable" };
    }
    context.status = 503;
    context.set("retry-after", String(AWAY_RETRY_SECONDS));
  });
}
