import { randomUUID } from "node:crypto";
import { type Failures, PorteError, type Problem } from "../../errors.ts";

export interface Office {
  readonly url: string;
  readonly token: string;
}

/**
 * Asks the company's own API as an operator.
 * @throws {PorteError} `server.unreachable`, `server.not_porte`, or `company.refused` with the company's reason.
 */
export async function ask<Answer>(
  { url, token }: Office,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<Answer> {
  const writing = method === "POST" ? { "idempotency-key": randomUUID(), "content-type": "application/json" } : {};
  const response = await fetch(`${url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, accept: "application/json", ...writing },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: Error) => {
    throw new PorteError("server.unreachable", { url, reason: cause.message }, { cause });
  });
  const answer: unknown = await response.json().catch((cause: Error) => {
    throw new PorteError("server.not_porte", { url }, { cause });
  });
  if (response.ok) return answer as Answer;
  const { code, facts, title = "" } = answer as { code?: string; facts?: object; title?: string };
  if (code === "auth.refused") throw new PorteError("auth.refused", { url });
  const problem = code === undefined || facts === undefined ? null : ({ code, facts } as Problem);
  throw new PorteError("company.refused", { detail: title, problem } satisfies Failures["company.refused"]);
}
