import { misfit, type Shape } from "../domain/shape.ts";
import { PorteError } from "../errors.ts";
import type { Environment } from "./proxy.ts";
import { reach } from "./reach.ts";

/** What is asked of a registry, and by whom. */
interface Asked {
  readonly registry: string;
  readonly name: string;
  readonly timeoutMs: number;
  readonly agent: string;
  readonly env: Environment;
}

/** What a registry says of one version is a few kilobytes. */
const MAX_BYTES = 1024 * 1024;
const LATEST: Shape = { fields: { version: "text" } };

/** Asks a registry of npm for the latest version of a package. @throws {PorteError} `server.registry`, `server.tls`, `server.proxy`. */
export async function latestVersion({ registry, name, timeoutMs, agent, env }: Asked): Promise<string> {
  const failed = (reason: string, cause?: unknown) =>
    new PorteError("server.registry", { registry, reason }, { cause });
  const headers = { accept: "application/json", "user-agent": agent };
  const init = { headers, redirect: "error", size: MAX_BYTES, signal: AbortSignal.timeout(timeoutMs) } as const;
  try {
    const response = await reach(`${registry}/${name}/latest`, init, { url: registry, env });
    if (!response.ok) throw failed(response.status.toString());
    const said: unknown = await response.json();
    if (misfit(LATEST, said) !== null) throw failed("JSON");
    return (said as { readonly version: string }).version;
  } catch (failure) {
    if (failure instanceof PorteError) throw failure;
    const { code, name: kind } = failure as { readonly code?: string; readonly name: string };
    throw failed(code ?? (kind === "FetchError" ? "JSON" : kind), failure);
  }
}
