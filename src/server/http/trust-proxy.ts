import { isIP } from "node:net";
import { PorteError } from "../../errors.ts";

const BITS = { 4: 32, 6: 128 } as const;

/** Whom to believe: nobody, these networks, or so many of the last who passed a request on. */
export type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);

/**
 * Reads which proxies stand before the company: how many, or their addresses and networks with commas between. Only what these
 * say of where a request comes from is believed, and only that.
 * @throws {PorteError} `start.trust_proxy`.
 */
export function trustedProxies(text: string | undefined): TrustedProxies {
  const value = text?.trim() ?? "";
  if (value === "" || value === "0") return false;
  if (/^[1-9]$/.test(value)) return (_address, hop) => hop < Number(value);
  const networks = value.split(",").map((part) => part.trim());
  if (!networks.every(isNetwork)) throw new PorteError("start.trust_proxy", { value });
  return networks;
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address) as 0 | 4 | 6;
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= BITS[version]);
}
