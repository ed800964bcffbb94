import { PorteError } from "../errors.ts";

/** A name, an at sign, a host with a dot or `localhost`: what every mail server takes. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]]+@(?:[^\s@<>(),;:"\\[\].]+(?:\.[^\s@<>(),;:"\\[\].]+)+|localhost)$/;
const MAX_LENGTH = 254;

/** Reads an address that somebody typed. @throws {PorteError} `delivery.address` for what cannot be one. */
export function readAddress(typed: string): string {
  const address = typed.trim();
  if (!ADDRESS.test(address) || address.length > MAX_LENGTH) throw new PorteError("delivery.address", { address });
  return address;
}
