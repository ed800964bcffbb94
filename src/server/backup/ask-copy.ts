import { rm } from "node:fs/promises";
import { createConnection, type Socket } from "node:net";
import { join } from "node:path";
import { PorteError } from "../../errors.ts";
import { Archive, type TableFacts } from "./archive.ts";
import type { Copied } from "./backup.ts";
import { type CopyAnswer, copiesFolder, copiesSocket } from "./copies-place.ts";

/** The tables of a company that runs on an embedded database, as they were when it was asked. */
export interface RunningCopy {
  readonly tables: readonly TableFacts[];
  /** Writes the tables into an archive, each checked by its hash. @throws {PorteError} `backup.damaged`. */
  copyTables(archive: Archive): Promise<Copied>;
  /** Forgets the copy, and leaves. */
  leave(): Promise<void>;
}

/**
 * Asks the company that runs on a folder for a copy of its tables; null where none runs there.
 * @throws {PorteError} `backup.copy` where it could not make one.
 */
export async function askCopy(data: string): Promise<RunningCopy | null> {
  const place = copiesSocket(data);
  const socket = place === null ? null : await connected(place);
  if (socket === null) return null;
  const answer = await answerOn(socket);
  if (answer === null || "failure" in answer) {
    socket.destroy();
    throw new PorteError("backup.copy", { folder: data, reason: answer?.failure ?? "" });
  }
  const { copy, tables, schema } = answer;
  const folder = join(copiesFolder(data), copy);
  const from = await Archive.open(folder, null);
  return {
    tables,
    copyTables: (to) => copied(from, to, { tables, schema }),
    leave: async () => {
      await rm(folder, { recursive: true, force: true });
      socket.destroy();
    },
  };
}

async function copied(from: Archive, to: Archive, { tables, schema }: Omit<Copied, "names">): Promise<Copied> {
  const names = new Set<string>();
  for (const facts of tables) await to.writeTable(facts.name, linesOf(from, facts, names));
  return { tables, schema, names: [...names].sort() };
}

async function* linesOf(from: Archive, facts: TableFacts, names: Set<string>): AsyncGenerator<string> {
  for await (const line of from.readTable(facts)) {
    if (facts.name === "receipts") names.add(JSON.parse(line).sha256);
    yield `${line}\n`;
  }
}

function connected(place: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(place);
    socket.once("connect", () => resolve(socket.setEncoding("utf8").on("error", () => undefined)));
    socket.once("error", () => resolve(null));
  });
}

/** The one line that the company says; null where it ended before. */
async function answerOn(socket: Socket): Promise<CopyAnswer | null> {
  let text = "";
  for await (const piece of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    text += piece;
    if (text.endsWith("\n")) return JSON.parse(text) as CopyAnswer;
  }
  return null;
}
