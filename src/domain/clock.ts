import { PorteError } from "../errors.ts";

/**
 * Makes the clock of a process: real time, or from `PORTE_NOW` on where a test or a demonstration sets it. What is no instant is left to
 * `checkClock`, so that a failure can be told at all.
 */
export function clockFrom(start: string | undefined): () => Date {
  const began = Date.now();
  const base = isSet(start) ? Date.parse(start) : began;
  return () => new Date((Number.isNaN(base) ? began : base) + Date.now() - began);
}

/** Judges `PORTE_NOW`. @throws {PorteError} `usage.clock` where it is no instant. */
export function checkClock(start: string | undefined): void {
  if (isSet(start) && Number.isNaN(Date.parse(start))) throw new PorteError("usage.clock", { value: start });
}

const isSet = (start: string | undefined): start is string => start !== undefined && start !== "";
