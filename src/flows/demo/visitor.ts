import fetch, { type Response } from "node-fetch";

/** A person at a browser, reduced to forms and cookies: the demonstration's stand-in for a click on the company's page. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private readonly email: string;
  private readonly password: string;

  constructor({ email, password }: { email: string; password: string }) {
    this.email = email;
    this.password = password;
  }

  /** Opens the page of a login, confirms the code, signs in and approves. @throws {Error} where the page has no such step. */
  async approve(url: string): Promise<void> {
    let page = await this.open(url);
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const form = firstForm(page.html, page.url);
      if (form === null) return;
      if (form.fields.has("email")) form.fields.set("email", this.email).set("password", this.password);
      page = await this.open(form.action, form.fields);
    }
    throw new Error("The login pages do not end.");
  }

  private async open(url: string, fields?: Map<string, string>): Promise<{ url: string; html: string }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams([...fields]) }),
    });
    this.keepCookies(response);
    const next = response.headers.get("location");
    if (next !== null) return this.open(new URL(next, url).href);
    const html = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${html.slice(0, 200)}`);
    return { url, html };
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.raw()["set-cookie"] ?? []) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/);
      this.cookies.set(name, value);
    }
  }
}

const MAX_STEPS = 6;

function firstForm(html: string, url: string): { action: string; fields: Map<string, string> } | null {
  const form = /<form[^>]*\baction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(html);
  if (form === null) return null;
  const fields = new Map<string, string>();
  for (const [input] of (form[2] ?? "").matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields.set(name, /\bvalue="([^"]*)"/.exec(input)?.[1] ?? "");
  }
  return { action: new URL(form[1] ?? "", url).href, fields };
}
