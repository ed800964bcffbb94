import type { MailServer } from "../../channels/smtp.ts";
import { PorteError } from "../../errors.ts";
import { Settings } from "../../store/settings.ts";
import { mailPassword } from "../mail-password.ts";
import type { Machine } from "../session.ts";

const TLS_PORT = 465;
const SUBMISSION_PORT = 587;
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/**
 * Gives the mail server that is set on this machine.
 * @throws {PorteError} `delivery.no_server` for what nobody said, `delivery.plain` for one elsewhere that would be asked without TLS,
 * `auth.keyring`.
 */
export async function mailServerOf(machine: Machine): Promise<MailServer> {
  const { host, port, security, user } = new Settings(machine.folders).preferences.mail ?? {};
  if (host === undefined) throw new PorteError("delivery.no_server", { missing: "host" });
  const usual = security ?? (port === TLS_PORT ? "tls" : "starttls");
  if (usual === "none" && !LOOPBACK.test(host)) throw new PorteError("delivery.plain", { host });
  return {
    host,
    port: port ?? (usual === "tls" ? TLS_PORT : SUBMISSION_PORT),
    security: usual,
    login: user === undefined ? null : { user, password: await passwordFor(machine) },
    limitMs: machine.timeoutMs,
  };
}

async function passwordFor(machine: Machine): Promise<string> {
  const password = await mailPassword(machine);
  if (password === null) throw new PorteError("delivery.no_server", { missing: "password" });
  return password;
}
