import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FSDriver } from "flydrive/drivers/fs";

/** Where files are written before they have their name. */
const UNFINISHED = "unfinished";

/** Makes a folder that its owner alone reads, with those above it, and has the disk know of them. */
export async function openSynced(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await sync(dirname(made));
}

/**
 * A folder of files that are whole or not there: each is written beside, synced, and then given its name, which is synced too. Whoever
 * reads meanwhile reads what was there before.
 */
export class SyncedFolder extends FSDriver {
  private readonly location: string;

  constructor(location: string) {
    super({ location, visibility: "private" });
    this.location = location;
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const file = join(this.location, key);
    const beside = join(this.location, UNFINISHED, randomUUID());
    await openSynced(dirname(beside));
    await openSynced(dirname(file));
    try {
      await written(beside, contents);
      await rename(beside, file);
    } catch (cause) {
      await rm(beside, { force: true });
      throw cause;
    }
    await sync(dirname(file));
  }
}

async function written(file: string, contents: string | Uint8Array): Promise<void> {
  const opened = await open(file, "wx", 0o600);
  try {
    await opened.writeFile(contents);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** What a system says that opens or syncs no folder, and needs not: Windows, and file systems of a network. */
const SYNCS_NO_FOLDER = new Set(["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"]);

/** Has the disk know of the names in a folder. @throws what the disk says, so that nothing is acknowledged that is not there. */
async function sync(folder: string): Promise<void> {
  const unlessNoneIs = (failure: NodeJS.ErrnoException) => {
    if (!SYNCS_NO_FOLDER.has(failure.code ?? "")) throw failure;
    return null;
  };
  const opened = await open(folder, "r").catch(unlessNoneIs);
  if (opened === null) return;
  await opened
    .sync()
    .catch(unlessNoneIs)
    .finally(() => opened.close());
}
