import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who has a folder: a process of a machine, by what no other process of it can have too. */
export interface FolderOwner {
  readonly pid: number;
  /** When it began, in ticks since the machine's start; null where the system does not say. */
  readonly began: string | null;
  /** The machine since it was started, and the room of its processes: a number means another process elsewhere. */
  readonly place: string;
}

/** The place of the start in `/proc/<pid>/stat`, after the name, which may hold spaces. */
const BEGAN = 19;

/** This process. */
export function thisOwner(): FolderOwner {
  return { pid: process.pid, began: beganOf(process.pid), place: thisPlace() };
}

/** Reads what an owner wrote of itself; null for anything else. */
export function ownerIn(file: string): FolderOwner | null {
  try {
    const { pid, began, place } = JSON.parse(readFileSync(file, "utf8"));
    return Number.isSafeInteger(pid) && pid > 0 && typeof place === "string"
      ? { pid, began: began ?? null, place }
      : null;
  } catch {
    return null;
  }
}

/** Says whether an owner lives; null where this process cannot know, because it was of another machine, another start, another container. */
export function isAlive({ pid, began, place }: FolderOwner): boolean | null {
  if (place !== thisPlace()) return null;
  try {
    process.kill(pid, 0);
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== "ESRCH";
  }
  /** The number may have been given to another process since. */
  return began === null || beganOf(pid) === began;
}

function thisPlace(): string {
  const boot = read(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const room = read(() => readlinkSync("/proc/self/ns/pid"));
  return [hostname(), boot, room].join(" ");
}

function beganOf(pid: number): string | null {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[BEGAN] ?? null;
}

/** Where the system has no such file, nothing is said. */
function read(what: () => string): string {
  try {
    return what();
  } catch {
    return "";
  }
}
