import { withoutEndSlashes } from "../domain/addresses.ts";
import { PorteError } from "../errors.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads a company's address: `https`, or `http` for this very machine; without a path, a query or a slash at its end.
 * @throws {PorteError} `server.address`, or `server.insecure` for an address in clear on another machine.
 */
export function companyAddress(text: string): string {
  const typed = text.trim();
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) throw new PorteError("server.address", { url: typed });
  const url = new URL(address);
  if (!["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "")
    throw new PorteError("server.address", { url: typed });
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname))
    throw new PorteError("server.insecure", { url: url.origin });
  return withoutEndSlashes(url.origin + url.pathname);
}
