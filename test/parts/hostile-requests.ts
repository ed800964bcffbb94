import { DESCRIBED, type Described, PLACES } from "./described.ts";
import { anyText, asBytes, type Chance, hostileOf } from "./hostile-values.ts";
import { pdfOf } from "./pdf.ts";
import { newKey, type Raw } from "./raw.ts";
import { sampleRequest } from "./samples.ts";

/** A request of the campaign, with the route that it is counted under. */
export interface Hostile extends Raw {
  readonly route: string;
}

/** What the campaign knows of the company: its tokens and the names of what is in it. */
export interface Known {
  readonly tokens: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
}

const MULTIPART = "multipart/form-data; boundary=x";
const TYPES = [
  ...["application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded"],
  ...[MULTIPART, "multipart/form-data", "application/octet-stream", "application/xml", "", ";", "a/b/c"],
];
const METHODS = ["DELETE", "PATCH", "OPTIONS", "HEAD", "PUT", "POST", "GET", "PROPFIND", "TRACE"];

/** Makes the next request of a campaign. */
export function hostileRequest(known: Known, chance: Chance): Hostile {
  const { random } = chance;
  if (random() < 0.7) return apiRequest(known, chance);
  return chance.pick([pageRequest, oauthRequest, pathTrick, headerTrick, formOfReceipt])(known, chance);
}

function apiRequest(known: Known, chance: Chance): Hostile {
  const { random, pick } = chance;
  const operation = pick(DESCRIBED);
  const sample = sampleRequest(operation, { key: newKey(), places: placesOf(operation, known, chance) });
  const headers: Record<string, string> = {
    ...sample.headers,
    authorization: `Bearer ${tokenFor(operation, known, chance)}`,
  };
  if (random() < 0.05)
    headers["idempotency-key"] = pick(["", "short", "k".repeat(65), "é".repeat(20), "same-key-same-key-same"]);
  if (random() < 0.2) headers["if-match"] = pick(["*", '"x.1"', "x".repeat(90), '""', 'W/"a"']);
  if (random() < 0.2) headers["if-none-match"] = pick(["*", "x", '"x.1"']);
  if (random() < 0.05) headers["upload-offset"] = pick(["-1", "1e3", "99999999", "0x1", ""]);
  if (random() < 0.08) headers["content-type"] = pick(TYPES);
  const method = random() < 0.03 ? pick(METHODS) : sample.method;
  const query = queryOf(operation, chance);
  const path = `${sample.path}${sample.path.includes("?") ? query.replace("?", "&") : query}`;
  const body = bodyOf(operation, sample.body, chance);
  return { route: operation.id, method, path, headers, ...(body === undefined || method === "TRACE" ? {} : { body }) };
}

function tokenFor({ isStaffs }: Described, { tokens }: Known, { random, pick }: Chance): string {
  if (random() < 0.1) return pick([...tokens, "garbage", "", "a b", "x".repeat(2_000)]);
  return (isStaffs ? tokens[0] : tokens[1]) ?? "";
}

function bodyOf(operation: Described, sample: string | undefined, chance: Chance): string | Buffer | undefined {
  const { random } = chance;
  if (operation.body?.mediaType === "application/json")
    return asBytes(hostileOf(operation.body.schema, chance, random() < 0.4 ? 0 : 0.08), chance);
  if (random() < 0.05) return asBytes({}, chance);
  return sample;
}

function placesOf({ parameters }: Described, { names }: Known, chance: Chance): Record<string, string> {
  const { random, pick } = chance;
  const inPath = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  const placed = (name: string) => {
    if (random() < 0.15) return pick([inUrl(chance), "%00", "%zz", "..", "%ff"]);
    return pick([...(names[name] ?? []), PLACES[name] ?? "0"]);
  };
  return Object.fromEntries(inPath.map((name) => [name, placed(name)]));
}

function queryOf({ parameters }: Described, chance: Chance): string {
  const { random, pick } = chance;
  if (random() < 0.7) return "";
  const names = [...parameters.filter((one) => one.in === "query").map(({ name }) => name), "other"];
  const value = () => pick([inUrl(chance), "%00", "1", "2026-11", "%ff", "a[]=b"]);
  const count = 1 + Math.floor(random() * 3);
  return `?${Array.from({ length: count }, () => `${pick(names)}=${value()}`).join("&")}`;
}

/** A text as a part of an address; what half a pair is written as is no address. */
function inUrl(chance: Chance): string {
  return encodeURIComponent(anyText(chance).replaceAll(/\p{Surrogate}/gu, "\0"));
}

const FORM = "application/x-www-form-urlencoded";

function formOf(names: readonly string[], chance: Chance): string {
  const { random, pick } = chance;
  const fields = Array.from({ length: 1 + Math.floor(random() * 5) }, () => [pick(names), inUrl(chance)]);
  return fields.map(([name = "", value = ""]) => `${name}=${random() < 0.2 ? "%00" : value}`).join("&");
}

const PAGES = [
  "/client/x",
  "/client/a.1.b",
  "/interaction/x",
  "/interaction/x/sign-in",
  "/interaction/x/approve",
  "/interaction/x/deny",
  "/device",
  "/device/x",
  "/assets/style.css",
];
const FIELDS = ["email", "password", "decision", "reason", "user_code", "xsrf", "confirm", "abort"];

function pageRequest(_known: Known, chance: Chance): Hostile {
  const { random, pick } = chance;
  const path = pick(PAGES);
  const method = pick(["GET", "POST", "POST", "HEAD", "PUT", "DELETE"]);
  const type = random() < 0.2 ? pick(TYPES) : FORM;
  const cookie = random() < 0.3 ? { cookie: `_session=${inUrl(chance)}; _interaction=x` } : {};
  const headers = { ...from(chance), ...cookie, "content-type": type };
  return {
    route: path,
    method,
    path,
    headers,
    ...(method === "GET" || method === "HEAD" ? {} : { body: formOf(FIELDS, chance) }),
  };
}

const OAUTH = [
  "/oauth/token",
  "/oauth/device",
  "/oauth/revoke",
  "/oauth/authorize",
  "/oauth/jwks",
  "/oauth/par",
  "/.well-known/openid-configuration",
];
const OAUTH_FIELDS = [
  "client_id",
  "grant_type",
  "device_code",
  "refresh_token",
  "scope",
  "token",
  "token_type_hint",
  "resource",
  "claims",
];

function oauthRequest(_known: Known, chance: Chance): Hostile {
  const { random, pick } = chance;
  const path = pick(OAUTH);
  const method = pick(["POST", "POST", "GET", "OPTIONS", "PUT"]);
  const grant = pick([
    "refresh_token",
    "urn:ietf:params:oauth:grant-type:device_code",
    "authorization_code",
    "password",
  ]);
  const form = `client_id=porte-cli&grant_type=${encodeURIComponent(grant)}&${formOf(OAUTH_FIELDS, chance)}`;
  const headers = { ...from(chance), "content-type": random() < 0.1 ? pick(TYPES) : FORM };
  if (method !== "GET") return { route: path, method, path, headers, body: form };
  return { route: path, method, path: `${path}?${form}`, headers };
}

/** Each from an address of its own, so that a limit is met by some and not by all. */
function from({ random }: Chance): { "x-forwarded-for": string } {
  return { "x-forwarded-for": `198.51.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}` };
}

const TRICKS = [
  ...[
    "//v1/me",
    "/v1//me",
    "/v1/./me",
    "/v1/../v1/me",
    "/v1/%2e%2e/v1/me",
    "/V1/ME",
    "/v1/me/",
    "/v1/me%2f",
    "/v1/me;x=1",
  ],
  ...[
    "/v1/me%00",
    "/v1/me?%00",
    "/v1/%c0%ae",
    "/%ff",
    "/v1",
    "/",
    "/*",
    "/v1/receipts/..%2f..%2fx/content",
    "/v1/me#x",
  ],
  ...[
    "/device/",
    "/client/",
    "/client/%2e%2e/x",
    "/assets/../v1/me",
    "/oauth/%74oken",
    "/.well-known/",
    "/metrics",
    "/healthz",
  ],
];

function pathTrick({ tokens }: Known, chance: Chance): Hostile {
  const { random, pick } = chance;
  const path = random() < 0.1 ? `/v1/${"a/".repeat(2_000)}` : pick(TRICKS);
  return {
    route: "a path",
    method: pick(METHODS),
    path,
    headers: { authorization: `Bearer ${tokens[1]}` },
    mayClose: true,
  };
}

function headerTrick({ tokens }: Known, chance: Chance): Hostile {
  const { pick } = chance;
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, "y"]));
  const tricks: Readonly<Record<string, string>>[] = [
    { "x-long": "y".repeat(20_000) },
    many,
    { authorization: `Bearer ${"a".repeat(12_000)}` },
    { cookie: "a=b; ".repeat(2_000) },
    { "accept-language": "fr,".repeat(3_000) },
    { "x-forwarded-for": "a, b, 1.2.3.4.5", "x-forwarded-host": "evil.example", host: "evil.example" },
    { "content-length": "0", "content-type": "application/json; ".repeat(300) },
    { expect: "100-continue" },
    { "content-encoding": "gzip", "content-type": "application/json" },
  ];
  const headers = { authorization: `Bearer ${tokens[1]}`, ...pick(tricks) };
  const method = pick(["GET", "POST"]);
  return { route: "headers", method, path: pick(["/v1/me", "/client/x", "/device"]), headers, mayClose: true };
}

function formOfReceipt({ tokens }: Known, chance: Chance): Hostile {
  const { random, pick } = chance;
  const name = pick(['name="file"', 'name="other"', 'name="__proto__"', "name=file", "", 'name="file"; name="file"']);
  const file = pick([
    'filename="a.pdf"',
    'filename=""',
    "filename*=utf-8''%00.pdf",
    `filename="${"x".repeat(3_000)}"`,
    "",
    'filename="../../a"',
  ]);
  const content = pick([
    pdfOf(Buffer.from("noise")).toString("latin1"),
    "%PDF-1.4\n%%EOF",
    "",
    "\xff\xd8\xff\xe0",
    "<svg/>",
    "x".repeat(200_000),
    "%PDF-1.4 >>stream\n".repeat(200),
  ]);
  const part = `--x\r\ncontent-disposition: form-data; ${name}; ${file}\r\ncontent-type: ${pick(["application/pdf", "text/html", ""])}\r\n\r\n${content}\r\n`;
  const whole = `${part.repeat(pick([1, 1, 1, 2, 8]))}--x--\r\n`;
  const body = random() < 0.5 ? whole.slice(0, Math.floor(random() * whole.length)) : whole;
  const headers = {
    authorization: `Bearer ${tokens[1]}`,
    "idempotency-key": newKey(),
    "content-type": random() < 0.1 ? "multipart/form-data" : MULTIPART,
  };
  return { route: "uploadReceipt", method: "POST", path: "/v1/receipts", headers, body };
}
