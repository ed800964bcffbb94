import { createHash } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { call } from "../../client/call.ts";
import type { Connection } from "../../client/http.ts";
import { isUnanswered } from "../../client/unanswered.ts";
import type { Shape } from "../../domain/shape.ts";
import { PorteError } from "../../errors.ts";
import { ensureFolder, writeJsonFile } from "../../store/files.ts";
import { namesIn, readJsonFile } from "../../store/read.ts";

interface Known {
  readonly schema: 1;
  readonly person: string;
}

const KNOWN: Shape = { fields: { person: "text" } };

/** A company that does not say at once who asks is not waited for twice. */
const MAX_WAIT_MS = 5_000;

/**
 * Finds the folder of what this machine keeps for one person at one company: it is the person's, whatever token they hold that day. The
 * company is asked once for each token who that is; where it does not say, the folder is the token's until it does.
 */
export async function personFolder(state: string, connection: Connection): Promise<string> {
  const { url, token } = connection;
  const tokens = nameOf(url, token ?? "");
  const file = join(state, "people", `${tokens}.json`);
  const known = await readJsonFile<Known>(file, KNOWN);
  const person = known?.person ?? (await whoAsks(connection));
  if (person === null) return join(state, tokens);
  const folder = join(state, nameOf(url, person));
  if (known === null) await remember(file, person, { from: join(state, tokens), to: folder });
  return folder;
}

async function whoAsks(connection: Connection): Promise<string | null> {
  const timeoutMs = Math.min(connection.timeoutMs, MAX_WAIT_MS);
  try {
    return (await call({ ...connection, timeoutMs }, "getMe")).value.id;
  } catch (failure) {
    if (isUnanswered(failure)) return null;
    throw failure;
  }
}

/** What was kept under the token becomes the person's. A machine that keeps nothing asks again the next time. */
async function remember(file: string, person: string, { from, to }: { from: string; to: string }): Promise<void> {
  try {
    moveInto(join(from, "acts"), join(to, "acts"));
    await writeJsonFile(file, { schema: 1, person } satisfies Known);
  } catch (failure) {
    const isOfDisk = failure instanceof PorteError || typeof (failure as { code?: unknown }).code === "string";
    if (!isOfDisk) throw failure;
  }
}

/** An act that is under way has its turn beside it, which stays with it. */
function moveInto(from: string, to: string): void {
  if (!existsSync(from)) return;
  ensureFolder(to);
  for (const name of namesIn(from)) if (!existsSync(join(to, name))) renameSync(join(from, name), join(to, name));
}

/** A name that says nothing of the company, the person or the token. */
function nameOf(url: string, who: string): string {
  return createHash("sha256").update(`${url}\n${who}`).digest("hex").slice(0, 32);
}
