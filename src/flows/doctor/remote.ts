import { companyAddress, isLoopback } from "../../client/address.ts";
import { send } from "../../client/http.ts";
import { proxyFor } from "../../client/proxy.ts";
import { CONTRACT_VERSION } from "../../contract/answers.ts";
import type { CheckName } from "../../domain/doctor.ts";
import { Settings } from "../../store/settings.ts";
import { type Machine, openSession, profileName } from "../session.ts";
import { better, broken, type Finding, fine, looked, skipped } from "./finding.ts";

type RemoteCheck = Extract<CheckName, "proxy" | "tls" | "company" | "contract" | "clock" | "session">;
type Findings = Readonly<Record<RemoteCheck, Finding>>;

/** What a company said by answering at all. */
interface Answered {
  /** The moment that it lives at; null where it does not say. */
  readonly date: Date | null;
  /** Half of how long it took, in milliseconds. */
  readonly travelMs: number;
  readonly name: string;
  /** Its version of the contract, where it is later than ours. */
  readonly newer: string | null;
}

/** Looks at the way to the company of the profile in use: each step says what it found, also where the one before failed. */
export async function lookRemotely(machine: Machine): Promise<Findings> {
  const url = addressOf(machine);
  if (url === null) {
    const none = skipped("no-company");
    return { proxy: none, tls: none, company: none, contract: none, clock: none, session: none };
  }
  let answered: Answered | null = null;
  const company = await looked(async () => {
    answered = await ask(machine, url);
    return fine("company-answers", answered.name, url);
  });
  const isTls = "failure" in company && company.failure.code === "server.tls";
  return {
    proxy: await looked(() => proxyTo(url, machine)),
    tls: isTls ? company : tlsOf(url),
    company,
    contract: answered === null ? skipped("not-asked") : contractOf(answered),
    clock: answered === null ? skipped("clock-unknown") : clockOf(answered, machine.now()),
    session: answered === null ? skipped("not-asked") : await looked(() => sessionOf(machine)),
  };
}

function addressOf(machine: Machine): string | null {
  try {
    const settings = new Settings(machine.folders);
    const { PORTE_API_URL: named } = machine.env;
    return named ? companyAddress(named) : (settings.profile(profileName(machine, settings))?.url ?? null);
  } catch {
    /** What is wrong with the settings is told by their own check. */
    return null;
  }
}

async function ask({ timeoutMs, agent, env }: Machine, url: string): Promise<Answered> {
  let newer: string | null = null;
  const onNewer = (version: string) => {
    newer = version;
  };
  const start = Date.now();
  const { headers, body } = await send(
    { url, token: null, timeoutMs, agent, env, onNewer },
    { method: "GET", path: "/service" },
  );
  const date = headers.get("date");
  const { company = "" } = JSON.parse(body.toString("utf8")) as { readonly company?: string };
  return { date: date === null ? null : new Date(date), travelMs: (Date.now() - start) / 2, name: company, newer };
}

function proxyTo(url: string, { env }: Machine): Finding {
  const address = new URL(url);
  const proxy = isLoopback(address.hostname) ? null : proxyFor(address, env);
  /** It may hold a password: its host alone is told. */
  return proxy === null ? fine("proxy-none") : fine("proxy-used", URL.canParse(proxy) ? new URL(proxy).host : "?");
}

function tlsOf(url: string): Finding {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return fine("tls-used");
  return isLoopback(hostname) ? fine("tls-local") : broken("tls-clear", url);
}

function contractOf({ newer }: Answered): Finding {
  return newer === null ? fine("contract-known", CONTRACT_VERSION) : better("contract-newer", newer, CONTRACT_VERSION);
}

const MAX_CLOCK_MS = 60_000;
const MINUTE_MS = 60_000;

function clockOf({ date, travelMs }: Answered, now: Date): Finding {
  if (date === null || Number.isNaN(date.getTime())) return skipped("clock-unknown");
  const aheadMs = now.getTime() - travelMs - date.getTime();
  if (Math.abs(aheadMs) <= MAX_CLOCK_MS) return fine("clock-right");
  return broken(aheadMs > 0 ? "clock-ahead" : "clock-behind", Math.round(Math.abs(aheadMs) / MINUTE_MS).toString());
}

async function sessionOf(machine: Machine): Promise<Finding> {
  const { company } = await openSession(machine);
  const { name } = await company.me();
  return fine("session-open", name);
}
