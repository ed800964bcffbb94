import { mkdir } from "node:fs/promises";
import lockfile from "proper-lockfile";
import { PorteError } from "../../errors.ts";

/** A turn that was not renewed for so long belongs to a process that was killed: PostgreSQL's start alone holds a slow machine for seconds. */
const STALE_MS = 10_000;
const RENEWED_MS = 2_000;
const PAUSE_MS = 250;

/**
 * Makes a folder, where there is none, and takes it for this process alone, until what it gives is called: two PostgreSQL that
 * write in one folder ruin it. After a company that was killed, the next one waits until its turn has passed.
 * @throws {PorteError} `start.folder` where it cannot be made, `start.folder_busy` while another company has it.
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    throw new PorteError("start.folder", { folder, reason: cause.code ?? cause.message }, { cause });
  });
  const retries = { retries: STALE_MS / PAUSE_MS + 4, minTimeout: PAUSE_MS, maxTimeout: PAUSE_MS };
  return lockfile
    .lock(folder, { stale: STALE_MS, update: RENEWED_MS, retries })
    .catch((cause: NodeJS.ErrnoException) => {
      const failure = cause.code === "ELOCKED" ? "start.folder_busy" : "start.folder";
      throw new PorteError(failure, { folder, reason: cause.code ?? cause.message }, { cause });
    });
}
