import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { Db } from "../deps.ts";
import { Archive } from "./archive.ts";
import { copyTablesOf } from "./backup.ts";
import { type CopyAnswer, copiesFolder, copiesSocket } from "./copies-place.ts";

/** Of a socket: its owner alone may ask. */
const OWNER_ALONE = 0o177;
const MAX_ASKING = 4;

/**
 * Gives a copy of an embedded database's tables to who asks from the company's own folder, while it goes on working: the database belongs
 * to one program at a time, so that a backup cannot read it by itself. A copy lies beside the database until the asker leaves; what a company
 * that was killed left of one is cleared away. Gives what stops it: who reads a copy reads it to its end.
 * @param warn told why there is no such place, or why a copy was not made.
 */
export async function giveCopies(db: Db, data: string, warn: (failure: unknown) => void): Promise<() => Promise<void>> {
  await rm(copiesFolder(data), { recursive: true, force: true });
  const copying = new Map<Promise<void>, Socket>();
  const stopping = new AbortController();
  const server = createServer((socket) => {
    const copy = giveCopy(socket, { db, data, stopping: stopping.signal }).catch(warn);
    copying.set(copy, socket);
    void copy.then(() => copying.delete(copy));
  });
  server.maxConnections = MAX_ASKING;
  await listen(server, copiesSocket(data)).catch(warn);
  return async () => {
    stopping.abort();
    server.close();
    for (const socket of copying.values()) socket.destroy();
    await Promise.all(copying.keys());
  };
}

async function giveCopy(
  socket: Socket,
  { db, data, stopping }: { readonly db: Db; readonly data: string; readonly stopping: AbortSignal },
): Promise<void> {
  const name = randomUUID();
  const folder = join(copiesFolder(data), name);
  const isLeft = new Promise<void>((resolve) => socket.once("close", resolve));
  socket.on("error", () => undefined).resume();
  let isTold = false;
  try {
    const { tables, schema } = await copyTablesOf(db, await Archive.make(folder, null));
    isTold = say(socket, { copy: name, tables, schema });
  } catch (failure) {
    const { code, message } = failure as NodeJS.ErrnoException;
    say(socket, { failure: code ?? message });
    socket.end();
    throw failure;
  } finally {
    await isLeft;
    if (!isTold || !stopping.aborted) await rm(folder, { recursive: true, force: true });
  }
}

function say(socket: Socket, answer: CopyAnswer): boolean {
  if (!socket.writable) return false;
  socket.write(`${JSON.stringify(answer)}\n`);
  return true;
}

/** Listens where its owner alone may connect, from the first moment. Whoever has the folder has the place: what is there is of a company that was killed. */
async function listen(server: Server, place: string | null): Promise<void> {
  if (place === null) throw Object.assign(new Error("the path is too long for a socket"), { code: "ENAMETOOLONG" });
  if (process.platform !== "win32") await rm(place, { force: true });
  await new Promise<void>((resolve, reject) => {
    /** Also of later: a machine that has no more files to open must not end the company. */
    server.on("error", reject);
    const before = process.umask(OWNER_ALONE);
    try {
      server.listen(place, resolve);
    } finally {
      process.umask(before);
    }
  });
}
