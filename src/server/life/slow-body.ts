import type { IncomingMessage, ServerResponse } from "node:http";

/** Says whether a request's head announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Cuts a body that brings nothing for a time: told by 408 where nothing was answered yet. What is left of a body that was answered before
 * its end is read and forgotten, so that its line takes the next request.
 */
export function guardBody(request: IncomingMessage, response: ServerResponse, idleMs: number): void {
  if (!hasBody(request)) return;
  request.setTimeout(idleMs);
  response.on("timeout", () => {
    /** The line is silent too while the company works, or has not read yet what came: it then waits for itself, and not for the body. */
    if (request.complete) return;
    if (request.readableLength > 0) return void request.setTimeout(idleMs);
    if (!response.headersSent) {
      response.writeHead(408, { connection: "close", "content-type": "application/problem+json" });
      const code = "server.timeout";
      const title = "The body of this request brought nothing for too long.";
      const facts = { url: "", seconds: idleMs / 1000 };
      response.end(JSON.stringify({ type: `urn:porte:problem:${code}`, title, status: 408, code, facts }));
    }
    setImmediate(() => request.destroy());
  });
  response.once("finish", () => {
    if (!request.complete) request.resume();
  });
}
