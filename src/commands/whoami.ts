import type { Context } from "../cli/context.ts";
import { hasKeyring, KEYRING_PACKAGE } from "../store/credentials.ts";
import { identityJson, identityText } from "../view/person.ts";

/** Asks the company who this session is, and shows every fact that decides the next request. */
export async function run(context: Pick<Context, "look" | "session" | "wait" | "show">): Promise<void> {
  const session = await context.session();
  const { profile, url, reader, source, renews } = session;
  const [me, { name }] = await context.wait(Promise.all([reader.me(), reader.profile()]));
  const missing = source === "file" && !(await hasKeyring()) ? KEYRING_PACKAGE : null;
  const identity = { profile, url, company: name, me, source, renews, missing };
  context.show(identityJson(identity), () => identityText(context.look, identity));
}
