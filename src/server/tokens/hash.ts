import { hash } from "node:crypto";

/** Every token is kept as its SHA-256 only: random and long, it needs no slow hash. */
export function tokenHash(token: string): string {
  return hash("sha256", token, "hex");
}
