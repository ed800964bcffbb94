import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

/** A mail as it came over SMTP. */
export interface Mail {
  readonly to: string;
  readonly text: string;
}

/** A real mail server that keeps what it is sent. */
export interface Mailbox {
  readonly port: number;
  /** Waits until so many mails have come for somebody, and gives them. */
  received(to: string, count: number): Promise<Mail[]>;
  stop(): Promise<void>;
}

/** Opens a mail server on a free port, or on the one that is given. */
export async function openMailbox(port = 0): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address).join(",");
        mails.push({ to, text: decoded(Buffer.concat(chunks).toString("utf8")) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received: async (to, count) => {
      for (let tries = 0; tries < 300; tries += 1) {
        const found = mails.filter((mail) => mail.to === to);
        if (found.length >= count) return found;
        await pause(100);
      }
      throw new Error(`${to} never had ${count} mails, but ${JSON.stringify(mails)}`);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Undoes quoted-printable: lines that were cut, and letters written as bytes. */
function decoded(text: string): string {
  const whole = text.replaceAll("=\r\n", "");
  if (!/quoted-printable/i.test(text)) return text;
  const bytes = whole.replaceAll(/=([0-9A-F]{2})/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
