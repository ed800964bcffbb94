import { withoutEndSlashes } from "../domain/addresses.ts";
import { PorteError } from "../errors.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Says whether a host is this very machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

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

/**
 * Reads the address of a company's login server, which may be another machine's where it is https. Only a company on this
 * very machine may name one in clear there.
 * @throws {PorteError} `server.foreign`.
 */
export function issuerAddress(said: string, company: string): string {
  const foreign = new PorteError("server.foreign", { url: company, named: said });
  const issuer = URL.canParse(said) ? new URL(said) : null;
  if (issuer === null || !isOpenable(issuer)) throw foreign;
  if (issuer.protocol === "http:" && new URL(company).protocol !== "http:") throw foreign;
  return issuer.origin + issuer.pathname.replace(/\/+$/, "");
}

/**
 * Reads a page that a login names, before anybody is shown it or a browser opens it: at the company's own address, or at its
 * login server's.
 * @throws {PorteError} `server.foreign`.
 */
export function ownPage(said: string, { issuer, url }: { issuer: string; url: string }): string {
  const page = URL.canParse(said) ? new URL(said) : null;
  const isOwn = page !== null && [issuer, url].some((own) => new URL(own).origin === page.origin);
  if (page === null || !isOwn || !isOpenable(page)) throw new PorteError("server.foreign", { url, named: said });
  return page.href;
}

/** Says whether a browser may be sent there: https, or http on this very machine, and nobody's name in it. */
export function isOpenable({ protocol, hostname, username, password }: URL): boolean {
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}
