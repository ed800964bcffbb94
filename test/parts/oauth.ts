import { type Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";

/** An answer, whole. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
}

/** Sends a request as it is: any path, any Host, no redirects. A server that has too much to do is asked again. */
export async function send(url: string, method: string, path: string, sent: Sent = {}): Promise<Heard> {
  for (let left = 20; ; left -= 1) {
    const heard = await sendOnce(url, method, path, sent);
    if (heard.status !== 503 || left === 0) return heard;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function sendOnce(url: string, method: string, path: string, { headers = {}, body, agent }: Sent) {
  const { hostname, port } = new URL(url);
  return new Promise<Heard>((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, ...(agent === undefined ? {} : { agent }) });
    asked.once("error", reject).once("response", async (answer) => {
      const text = (await buffer(answer)).toString("utf8");
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
    });
    asked.end(body);
  });
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Sends a form. */
function sendForm(url: string, path: string, fields: Record<string, string>, headers: Sent["headers"] = {}) {
  return sendText(url, path, new URLSearchParams(fields).toString(), headers);
}

function sendText(url: string, path: string, body: string, headers: Sent["headers"] = {}) {
  return send(url, "POST", path, {
    headers: { ...FORM, "content-length": String(Buffer.byteLength(body)), ...headers },
    body,
  });
}

const CLIENT = { client_id: "porte-cli" };
const SCOPES = "openid offline_access read declare expenses";

/** Asks for the code of a new login. */
export const newCode = (url: string, headers: Sent["headers"] = {}) =>
  sendForm(url, "/oauth/device", { ...CLIENT, scope: SCOPES }, headers);

/** Asks whether a login was approved. */
export const poll = (url: string, code: string, headers: Sent["headers"] = {}) =>
  sendForm(
    url,
    "/oauth/token",
    { ...CLIENT, grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: code },
    headers,
  );

/** Renews a session. */
export const renew = (url: string, token: string, headers: Sent["headers"] = {}) =>
  sendForm(url, "/oauth/token", { ...CLIENT, grant_type: "refresh_token", refresh_token: token }, headers);

/** A browser as far as a login needs one: it keeps cookies, and comes from an address that a proxy tells. */
export class Visitor {
  readonly url: string;
  /** Where it comes from; a browser moves. */
  address: string;
  private readonly cookies = new Map<string, { path: string; value: string }>();

  constructor(url: string, address: string) {
    this.url = url;
    this.address = address;
  }

  /** The headers that say where it comes from. */
  get from(): Record<string, string> {
    return { "x-forwarded-for": this.address };
  }

  async get(path: string): Promise<Heard> {
    return this.keep(await send(this.url, "GET", path, { headers: this.headersFor(path) }));
  }

  async post(path: string, fields: Record<string, string> = {}): Promise<Heard> {
    return this.keep(await sendForm(this.url, path, fields, this.headersFor(path)));
  }

  /** Sends a form as it is written. */
  async postText(path: string, text: string): Promise<Heard> {
    return this.keep(await sendText(this.url, path, text, this.headersFor(path)));
  }

  /** Follows an answer to the page that it leads to, and says where that is. */
  async follow(answer: Heard): Promise<{ path: string; page: Heard }> {
    let path = "";
    let page = answer;
    while (page.headers.location !== undefined) {
      path = new URL(page.headers.location, this.url).pathname;
      page = await this.get(path);
    }
    return { path, page };
  }

  /** Types a code and confirms it: gives the path of the login's next page. */
  async confirm(userCode: string): Promise<string> {
    const xsrfOf = ({ text }: Heard) => /name="xsrf" value="(\w+)"/.exec(text)?.[1] ?? "";
    const shown = await this.get("/device");
    const typed = await this.post("/device", { xsrf: xsrfOf(shown), user_code: userCode });
    const confirmed = await this.post("/device", { xsrf: xsrfOf(typed), user_code: userCode, confirm: "yes" });
    return (await this.follow(confirmed)).path;
  }

  signIn(path: string, { email, password }: { email: string; password: string }): Promise<Heard> {
    return this.post(`${path}/sign-in`, { email, password });
  }

  /** Approves a new login as a person, and gives its device code. */
  async approve(person: { email: string; password: string }): Promise<string> {
    const { device_code, user_code } = JSON.parse((await newCode(this.url, this.from)).text);
    const path = await this.confirm(user_code);
    const next = await this.follow(await this.signIn(path, person));
    await this.follow(await this.post(`${next.path}/approve`));
    return device_code;
  }

  /** Logs in as a person. */
  async login(person: {
    email: string;
    password: string;
  }): Promise<{ access_token: string; refresh_token: string; code: string }> {
    const code = await this.approve(person);
    return { ...JSON.parse((await poll(this.url, code, this.from)).text), code };
  }

  private headersFor(path: string): Record<string, string> {
    const sent = [...this.cookies].filter(([, { path: under }]) => path.startsWith(under));
    return { ...this.from, cookie: sent.map(([name, { value }]) => `${name.split(" ")[0]}=${value}`).join("; ") };
  }

  private keep(answer: Heard): Heard {
    for (const cookie of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const path = /; *path=([^;]+)/i.exec(cookie)?.[1] ?? "/";
      if (value === "") this.cookies.delete(`${name} ${path}`);
      else this.cookies.set(`${name} ${path}`, { path, value });
    }
    return answer;
  }
}
