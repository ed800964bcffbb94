import type { Day } from "../domain/calendar.ts";
import { dayInParis } from "../domain/paris.ts";
import { toldOnce } from "../domain/told-once.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import type { Machine, Session } from "../flows/session.ts";
import type { Catalogue, Lang } from "../i18n/catalogue.ts";
import { indented, inOneLine, jsonText } from "../i18n/printable.ts";
import { tell } from "../i18n/tell.ts";
import { foldersFrom } from "../store/folders.ts";
import type { Look, Paint } from "../view/look.ts";
import { wrap } from "../view/wrap.ts";
import type { Context } from "./context.ts";
import { type GlobalOptions, type Globals, globalsFrom } from "./globals.ts";
import { isClosed, terminal, write, writeData } from "./output.ts";
import { paintFor } from "./paint.ts";
import type { Prompt } from "./prompt.ts";
import { type Remark, Remarks } from "./remarks.ts";
import type { Screen } from "./screen.ts";
import { onEnter, openBrowser } from "./terminal.ts";

interface Opening {
  readonly say: Catalogue;
  readonly lang: Lang;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  readonly color: boolean;
  readonly version: string;
  readonly packageFolder: string;
  /** Null where the machine knows none. */
  readonly home: string | null;
  readonly now: () => Date;
}

function writeLine(name: "stdout" | "stderr", text: string): void {
  if (text !== "") write(name, `${text}\n`);
}

const BLINK_MS = 300;
const NARROWEST = 60;

/** The context of one run, on this process. */
export class Desk implements Context {
  readonly say: Catalogue;
  readonly lang: Lang;
  readonly look: Look;
  /** How failures and remarks are shown, on stderr. */
  readonly problems: { readonly say: Catalogue; readonly paint: Paint };
  readonly version: string;
  readonly packageFolder: string;
  readonly nodePath = process.execPath;
  readonly env: Opening["env"];
  readonly signal: AbortSignal;
  private readonly opening: Opening;
  private readonly remarks = new Remarks();
  private readonly stopping = new AbortController();
  private readonly onNewer = toldOnce((version) => this.warn(this.say.newerContract(version), "later-contract"));
  private options: () => GlobalOptions = () => ({ color: true, input: true });
  private hasKept = false;
  private onStop: (() => void) | null = null;

  private constructor(opening: Opening, look: Look, paint: Paint) {
    this.opening = opening;
    this.say = opening.say;
    this.lang = opening.lang;
    this.version = opening.version;
    this.packageFolder = opening.packageFolder;
    this.env = opening.env;
    this.look = look;
    this.problems = { say: opening.say, paint };
    this.signal = this.stopping.signal;
  }

  static async open(opening: Opening): Promise<Desk> {
    const stdout = terminal("stdout");
    const [paint, problemPaint] = await Promise.all([
      paintFor(stdout !== null, opening.env, opening.color),
      paintFor(terminal("stderr") !== null, opening.env, opening.color),
    ]);
    const width = stdout === null ? null : Math.max(NARROWEST, stdout.columns || 80);
    const draw = width === null ? null : (await import("../view/draw.ts")).draw;
    return new Desk(opening, { say: opening.say, width, paint, draw }, problemPaint);
  }

  /** From here on, the common options are those that the command line gives. */
  useOptions(options: () => GlobalOptions): void {
    this.options = options;
  }

  isJson(): boolean {
    return this.opening.json;
  }

  isVerbose(): boolean {
    return this.globals().verbose;
  }

  today(): Day {
    return dayInParis(this.opening.now());
  }

  show(result: object, words: () => string): void {
    if (this.isJson()) this.remarks.hold(result);
    else writeLine("stdout", words());
  }

  /** Writes the answer that `--json` holds, with every remark in it; on stderr, for who reads along, those that it had not itself. */
  answer(): void {
    const { answer, remarks } = this.remarks.take();
    if (answer !== null) writeData("stdout", `${jsonText(answer)}\n`);
    for (const { message } of remarks) this.writeError(message);
  }

  /** Takes the remarks of a run that failed: they go with its error, unless its answer, which is written now, has them. */
  remarksOfFailure(): readonly Remark[] {
    const isAnswered = this.remarks.isHolding();
    const { answer, remarks } = this.remarks.take();
    if (answer !== null) writeData("stdout", `${jsonText(answer)}\n`);
    return isAnswered ? [] : remarks;
  }

  async stream(pieces: AsyncIterable<string>): Promise<void> {
    for await (const piece of pieces) {
      writeData("stdout", piece);
      if (isClosed("stdout")) return;
    }
  }

  words(failure: PorteError): string {
    return inOneLine(tell(this.say.failures, failure).what);
  }

  tell(failure: PorteError): object {
    const { what, hint } = tell(this.say.failures, failure);
    return { code: failure.code, message: what, hint: hint ?? null, details: failure.facts };
  }

  note(text: string): void {
    if (!this.isJson()) this.writeError(this.fitted(text));
  }

  /** What stands in columns is left as it is. */
  private fitted(text: string): string {
    const width = problemWidth();
    const fit = (line: string) =>
      width === null || line.length <= width || /\t| {3}/.test(line) ? line : wrap({ width }, line, 0);
    return text.split("\n").map(fit).join("\n");
  }

  remark(text: string, code: string): void {
    if (this.isJson()) this.remarks.add({ code, message: text });
    else this.note(text);
  }

  warn(text: string, code = "remark"): void {
    if (this.isJson()) {
      this.remark(text, code);
      return;
    }
    const { warning } = this.say;
    /** Wrapped before it is painted: marks take no room. */
    const wrapped = wrap({ width: problemWidth() }, `${warning} ${indented(text)}`, 0);
    this.writeError(wrapped.replace(warning, this.problems.paint.warn(warning)));
  }

  announce(text: string): void {
    this.writeError(text);
  }

  offerBrowser(url: string): () => void {
    if (!this.isAsking()) return () => {};
    this.note(this.problems.paint.soft(this.say.login.enterOpens));
    return onEnter(() => void openBrowser(url));
  }

  writeError(text: string): void {
    write("stderr", `${text}\n`);
  }

  stdin(): AsyncIterable<Buffer> {
    return process.stdin;
  }

  async readStdin(): Promise<string> {
    const { text } = await import("node:stream/consumers");
    return text(process.stdin);
  }

  machine(): Machine {
    const { timeoutMs, profile } = this.globals();
    const { env, home, now } = this.opening;
    const agent = `porte/${this.version} (node ${process.versions.node}; ${process.platform})`;
    return {
      folders: foldersFrom(env, home, process.platform),
      env,
      now,
      today: () => this.today(),
      timeoutMs,
      profile,
      agent,
      onNewer: this.onNewer,
    };
  }

  async session(): Promise<Session> {
    const { openSession } = await import("../flows/session.ts");
    return this.wait(openSession(this.machine()));
  }

  async wait<Value>(work: Promise<Value>): Promise<Value> {
    const stream = terminal("stderr");
    if (stream === null || this.isJson()) return work;
    let stop = () => {};
    const timer = setTimeout(async () => {
      const { default: ora } = await import("ora");
      const spinner = ora({ text: this.say.waiting, stream, discardStdin: false }).start();
      stop = () => spinner.stop();
      if (isOver) stop();
    }, BLINK_MS);
    let isOver = false;
    try {
      return await work;
    } finally {
      isOver = true;
      clearTimeout(timer);
      stop();
    }
  }

  async prompt(): Promise<Prompt | null> {
    return this.isAsking() ? (await import("./prompt.ts")).openPrompt(this.say.words) : null;
  }

  async screen(): Promise<Screen | null> {
    const needsPlain = Boolean(this.env.ACCESSIBLE) || this.env.TERM === "dumb";
    return this.isAsking() && !needsPlain ? (await import("./screen.ts")).openScreen() : null;
  }

  get problemPaint(): Paint {
    return this.problems.paint;
  }

  keeps(): void {
    this.hasKept = true;
  }

  untilStopped(): Promise<void> {
    this.answer();
    return new Promise((resolve) => {
      this.onStop = resolve;
    });
  }

  interruption(): PorteError<"run.interrupted"> {
    return new PorteError("run.interrupted", { kept: this.hasKept });
  }

  /** Ends the run at once: what was written is whole, what was not is not there. */
  interrupt(): void {
    if (this.onStop !== null) {
      this.onStop();
      return;
    }
    const failure = this.interruption();
    this.stopping.abort(failure);
    this.note(`\n${tell(this.say.failures, failure).what}`);
    process.exit(exitCodeOf(failure));
  }

  isAsking(): boolean {
    return !this.isJson() && this.globals().input && terminal("stderr") !== null && process.stdin.isTTY;
  }

  private globals(): Globals {
    return globalsFrom(this.options());
  }
}

/** How wide the terminal is on which problems are told; null where there is none. */
function problemWidth(): number | null {
  return terminal("stderr")?.columns ?? null;
}
