import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Channel, Consignment, Sent } from "./channel.ts";
import { composed } from "./mail.ts";

/** A mail server, and whoever sends by it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, TLS once it was greeted, or none. */
  readonly security: "tls" | "starttls" | "none";
  /** Null where it asks for nobody. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** How long a silence is waited for, milliseconds. */
  readonly limitMs: number;
}

/** What the library says of what failed. */
interface SmtpFailure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** A server may look through a mail before it answers for it. */
const MIN_ANSWER_MS = 60_000;
const PASSING_FROM = 400;
const LASTING_FROM = 500;
/** What no later try mends by itself: what is set is wrong, or the server is not who it says. */
const LASTING: ReadonlySet<string> = new Set(["EAUTH", "ETLS", "EENVELOPE", "EMESSAGE", "EREQUIRETLS", "ECONFIG"]);

/** Sends by a mail server. What it refuses is known not to have arrived; where it goes once the mail has begun, nobody knows. */
export function smtpChannel(server: MailServer): Channel {
  return {
    capabilities: { carriesFiles: true, knowsArrival: true, isRepeatable: false },
    send: (consignment) => sent(server, consignment),
  };
}

async function sent(server: MailServer, consignment: Consignment): Promise<Sent> {
  const mail = await composed(consignment);
  let hasBegun = false;
  const body = () => {
    async function* read() {
      hasBegun = true;
      yield mail;
    }
    return Readable.from(read(), { objectMode: false });
  };
  const connection = new SMTPConnection(optionsOf(server));
  const step = stepsOf(connection);
  const { login } = server;
  try {
    await step((done) => connection.connect(done));
    if (login !== null) await step((done) => connection.login({ user: login.user, pass: login.password }, done));
    const envelope = { from: consignment.from.address, to: [consignment.to], size: mail.byteLength };
    await step((done) => connection.send(envelope, body(), done));
    connection.quit();
    return { state: "delivered", place: null };
  } catch (failure) {
    return outcomeOf(failure as SmtpFailure, hasBegun);
  } finally {
    connection.close();
  }
}

function optionsOf({ host, port, security, limitMs }: MailServer) {
  return {
    ...{ host, port },
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    dnsTimeout: limitMs,
    socketTimeout: Math.max(limitMs, MIN_ANSWER_MS),
  };
}

/** Waits for one step after the other; a connection that breaks meanwhile ends the one under way. */
function stepsOf(connection: SMTPConnection) {
  const broken = new Promise<never>((_resolve, reject) => connection.on("error", reject));
  broken.catch(() => undefined);
  return (begin: (done: (failure?: Error | null) => void) => void): Promise<void> => {
    const ended = new Promise<void>((resolve, reject) =>
      begin((failure) => {
        if (failure == null) resolve();
        else reject(failure);
      }),
    );
    return Promise.race([ended, broken]);
  };
}

/** An answer to the mail itself is a refusal; so is anything before it has begun. */
function outcomeOf({ code = "", command, message, response, responseCode }: SmtpFailure, hasBegun: boolean): Sent {
  const reason = response ?? (code === "ECONNECTION" || code === "ESOCKET" ? causeOf(message) : code || message);
  const isAnswered = responseCode !== undefined && command === "DATA";
  if (hasBegun && !isAnswered) return { state: "unknown", reason };
  const isLasting = responseCode === undefined ? LASTING.has(code) : responseCode >= LASTING_FROM;
  const isPassing = !isLasting && (responseCode === undefined || responseCode >= PASSING_FROM);
  return { state: "failed", reason, isPassing };
}

/** The system's own code in a sentence, where there is one. */
function causeOf(message: string): string {
  return /\bE[A-Z]{4,}\b/.exec(message)?.[0] ?? "ECONNECTION";
}
