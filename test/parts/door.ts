import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** The way to a company, at an address of its own, which can be shut: the company is then away, and its address stays the same. */
export interface Door {
  readonly url: string;
  /** What has gone through it: each question, the status of its answer, and how many bytes that had. */
  readonly answers: { readonly path: string; readonly status: number; bytes: number }[];
  shut(): void;
  /** Ends every line that is open. */
  cut(): void;
  /** Says of some path that it is not there, as a company of an earlier contract does; null of none. */
  refuse(path: RegExp | null): void;
  /** Has whoever asks for some path wait for ever, and says when somebody does; null has nobody wait. */
  hold(path: RegExp | null): Promise<void>;
  open(): void;
  close(): Promise<void>;
}

/** Puts a door before an address of this machine; it is open. */
export async function doorTo(url: string): Promise<Door> {
  let isOpen = true;
  const answers: Door["answers"] = [];
  let refused: RegExp | null = null;
  let held: { readonly path: RegExp; readonly asked: () => void } | null = null;
  const server = createServer((asked, answer) => {
    if (!isOpen) return void asked.socket.destroy();
    const { method, headers, url: path } = asked;
    if (refused?.test(path ?? "") === true) {
      answer.writeHead(404, { "content-type": "application/problem+json" });
      return void answer.end(
        JSON.stringify({
          code: "company.not_found",
          facts: { kind: "route", what: path },
          title: "Not here",
          status: 404,
        }),
      );
    }
    if (held?.path.test(path ?? "") === true) return held.asked();
    const passed = request(new URL(path ?? "/", url), { method: method ?? "GET", headers }, (given) => {
      const noted = { path: path ?? "", status: given.statusCode ?? 500, bytes: 0 };
      answers.push(noted);
      answer.writeHead(noted.status, given.headers);
      given.on("data", (bytes: Buffer) => {
        noted.bytes += bytes.length;
      });
      given.pipe(answer);
    });
    passed.on("error", () => asked.socket.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answers,
    hold: (path) =>
      new Promise((resolve) => {
        held = path === null ? null : { path, asked: resolve };
        if (path === null) resolve();
      }),
    cut: () => server.closeAllConnections(),
    refuse: (path) => {
      refused = path;
    },
    shut: () => {
      isOpen = false;
    },
    open: () => {
      isOpen = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
