import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** How a mail server treats what it is sent. */
export type Manner =
  | "takes"
  /** Refuses whom it is for, for good or for now. */
  | "refuses"
  | "defers"
  /** Refuses the mail once it has all of it. */
  | "rejects"
  /** Takes it, and cuts the line before it says so. */
  | "cuts-after"
  /** Cuts the line before the mail. */
  | "cuts-before";

/** How far a mail has come when it is heard of. */
export type Step = "connected" | "sender" | "recipient" | "body";

/** A mail as it came. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real mail server on this machine, whose manner a test sets. */
export interface TestMailServer {
  readonly port: number;
  readonly taken: TakenMail[];
  manner: Manner;
  /** Hears of each step, before it is answered. */
  onStep: (step: Step) => void;
  stop(): Promise<void>;
}

/** Opens one on a free port. @param password of its one user; none where it asks for nobody. */
export async function openMailServer(password?: string): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const state: Pick<TestMailServer, "manner" | "onStep"> = { manner: "takes", onStep: () => undefined };
  const options: SMTPServerOptions = {
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disabledCommands: password === undefined ? ["STARTTLS", "AUTH"] : ["STARTTLS"],
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(answer(535, "who are you")),
    onConnect: (_session, done) => {
      state.onStep("connected");
      done();
    },
    onMailFrom: (_address, _session, done) => {
      state.onStep("sender");
      done();
    },
    onRcptTo: (_address, session, done) => {
      state.onStep("recipient");
      if (state.manner === "refuses") return done(answer(550, "no such user"));
      if (state.manner === "defers") return done(answer(451, "come back later"));
      if (state.manner === "cuts-before") return cut(session.id);
      return done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (state.manner === "rejects") return done(answer(554, "looks like spam"));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        state.onStep("body");
        if (state.manner === "cuts-after") return cut(session.id);
        return done();
      });
    },
  };
  const server = new SMTPServer(options);
  server.on("error", () => undefined);
  /** Ends the line of a session as a cable that is pulled. */
  function cut(id: string): void {
    for (const connection of (server as unknown as { connections: Set<Line> }).connections)
      if (connection.id === id) connection._socket.destroy();
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    get manner() {
      return state.manner;
    },
    set manner(manner) {
      state.manner = manner;
    },
    get onStep() {
      return state.onStep;
    },
    set onStep(onStep) {
      state.onStep = onStep;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Line {
  readonly id: string;
  readonly _socket: { destroy(): void };
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
