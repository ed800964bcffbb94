import type { Day } from "../domain/calendar.ts";
import type { PorteError } from "../errors.ts";
import type { Machine, Session } from "../flows/session.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Lang } from "../i18n/sentences.ts";
import type { RenderOptions, Theme } from "../view/look.ts";
import type { Prompt } from "./prompt.ts";
import type { Screen } from "./screen.ts";

/** The variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A failure as the data of a JSON answer. */
interface ToldFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly details: object;
}

/** The sentences of a run, and how they are drawn. */
export interface Wording {
  readonly say: Catalogue;
  readonly lang: Lang;
  readonly look: RenderOptions;
  /** How what is drawn on stderr is marked. */
  readonly problemPaint: Theme;
  /** Words a failure in one sentence. */
  words(failure: PorteError): string;
  /** Words a failure as the data of a JSON answer. */
  tell(failure: PorteError): ToldFailure;
}

/** What a run answers, and what it says beside its answer. */
export interface Answering {
  isJson(): boolean;
  /** Writes the answer on stdout: the words, or with `--json` the result itself, once the run is over. */
  show(result: object | (() => object), words: () => string): void;
  /** Writes an answer piece by piece, as fast as it is read. */
  stream(pieces: AsyncIterable<string>): Promise<void>;
  /** Says to a person what the answer holds already, or what to type next, on stderr; silent with `--json`. */
  note(text: string): void;
  /** Says on stderr what the answer itself does not hold; with `--json` it is in the answer's `warnings` too, under its code. */
  remark(text: string, code: string): void;
  /** The same for what is to be looked at twice. */
  warn(text: string, code?: string): void;
  /** Says on stderr what a person must see even with `--json`. */
  announce(text: string): void;
}

/** What a run is given and asks: its input, and the person at the terminal. */
export interface Asking {
  /** Stdin, piece by piece. */
  stdin(): AsyncIterable<Buffer>;
  /** Reads all of stdin. */
  readStdin(): Promise<string>;
  /** Whether somebody is there to answer questions. */
  isAsking(): boolean;
  /**
   * Gives the questions to ask, or null where nobody can answer: no terminal, `--json` or `--no-input`. Plain ones are written line
   * after line, and stay so for the run.
   */
  prompt(isPlain?: boolean): Promise<Prompt | null>;
  /** Asks for a yes; null where nobody can answer. */
  confirm(question: string): Promise<boolean | null>;
  /** Says how to go on and waits for Enter; does neither where nobody can answer. */
  untilEnter(sentence: string): Promise<void>;
  /** Takes the keyboard and a part of the screen; null where nobody can answer, or where a reader needs plain questions. */
  screen(): Promise<Screen | null>;
  /** Opens a file, by its whole path, with the system's own program; false where nobody sits at a terminal or there is no such program. */
  openFile(file: string): Promise<boolean>;
  /** Offers to open a page when Enter is typed, on a terminal only; gives what takes the offer back. */
  offerBrowser(url: string): () => void;
}

/** This machine and its company. */
export interface Connecting {
  machine(): Machine;
  /** Opens the session of the profile in use. @throws {PorteError} `auth.required` where nobody has logged in. */
  session(): Promise<Session>;
  /** The same, for what shows what is kept here: where nobody has logged in, it asks nobody. */
  ownSession(): Promise<Session>;
  /** Waits for the company, and says so on a terminal once it takes longer than a blink. */
  wait<Value>(work: Promise<Value>): Promise<Value>;
}

/** The run itself: its program, its day, its end. */
export interface Running {
  readonly version: string;
  /** The folder of the package: its templates and its programs. */
  readonly packageFolder: string;
  /** The Node that runs. */
  readonly nodePath: string;
  readonly env: Environment;
  readonly signal: AbortSignal;
  today(): Day;
  /** Waits for Ctrl-C, which then ends what was going on and is no failure. */
  untilStopped(): Promise<void>;
  /** Notes that something typed is safe on this machine: an interruption says so, and the command that takes it up again. */
  keeps(resume?: string | null): void;
}

/** All that a command may use of the process that it runs in; each takes the part that it names, so that a test gives it that part alone. */
export interface Context extends Wording, Answering, Asking, Connecting, Running {}
