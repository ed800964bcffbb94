import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Consignment } from "../../src/channels/channel.ts";
import { folderChannel, printChannel } from "../../src/channels/folder.ts";
import { emlChannel } from "../../src/channels/mail.ts";
import { mailtoChannel, mailtoLink } from "../../src/channels/mailto.ts";
import { smtpChannel } from "../../src/channels/smtp.ts";
import { type Manner, openMailServer, type TestMailServer } from "../parts/mail-server.ts";

const PDF = Buffer.from("%PDF-1.7 a month");
const CONSIGNMENT: Consignment = {
  messageId: "<one@example.fr>",
  date: new Date("2026-11-25T16:40:00.000Z"),
  from: { name: "Claire Morel", address: "claire@example.fr" },
  to: "paie@portage.example",
  subject: "CRA de novembre 2026",
  text: "Bonjour,\nci-joint.",
  enclosures: [{ name: "cra-2026-11.pdf", bytes: PDF }],
};

let folder: string;
let server: TestMailServer;
beforeAll(async () => {
  server = await openMailServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "porte-channel-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe("by a mail server", () => {
  const toServer = (port = server.port) =>
    smtpChannel({ host: "127.0.0.1", port, security: "none", login: null, limitMs: 2_000 });

  test.each<[Manner, object, number]>([
    ["takes", { state: "delivered" }, 1],
    ["refuses", { state: "failed", isPassing: false, reason: expect.stringContaining("no such user") }, 0],
    ["defers", { state: "failed", isPassing: true, reason: expect.stringContaining("come back later") }, 0],
    ["rejects", { state: "failed", isPassing: false, reason: expect.stringContaining("looks like spam") }, 0],
    ["cuts-before", { state: "failed", isPassing: true }, 0],
    ["cuts-after", { state: "unknown" }, 1],
  ])("one that %s it", async (manner, sent, arrived) => {
    server.manner = manner;
    server.taken.length = 0;
    expect(await toServer().send(CONSIGNMENT)).toMatchObject(sent);
    expect(server.taken.map(({ to }) => to)).toEqual(Array(arrived).fill([CONSIGNMENT.to]));
  });

  test("carries its files, its Message-ID and its date", async () => {
    server.manner = "takes";
    server.taken.length = 0;
    await toServer().send(CONSIGNMENT);
    const raw = server.taken[0]?.raw ?? "";
    expect(raw).toContain("Message-ID: <one@example.fr>");
    expect(raw).toContain("Date: Wed, 25 Nov 2026 16:40:00 +0000");
    expect(raw).toContain(PDF.toString("base64"));
  });

  test("one that is away, or offers no TLS where it is wanted, or refuses the password, has had nothing", async () => {
    server.taken.length = 0;
    expect(await toServer(9).send(CONSIGNMENT)).toEqual({ state: "failed", reason: "ECONNREFUSED", isPassing: true });
    const { port } = server;
    const strict = smtpChannel({ host: "127.0.0.1", port, security: "starttls", login: null, limitMs: 2_000 });
    expect(await strict.send(CONSIGNMENT)).toMatchObject({ state: "failed", isPassing: false });
    const asking = await openMailServer("right");
    const login = { user: "claire", password: "wrong" };
    const wrong = smtpChannel({ host: "127.0.0.1", port: asking.port, security: "none", login, limitMs: 2_000 });
    expect(await wrong.send(CONSIGNMENT)).toMatchObject({ state: "failed", isPassing: false });
    const right = { host: "127.0.0.1", port: asking.port, security: "none", limitMs: 2_000 } as const;
    const sent = await smtpChannel({ ...right, login: { user: "claire", password: "right" } }).send(CONSIGNMENT);
    expect(sent).toMatchObject({ state: "delivered" });
    await asking.stop();
    expect(server.taken).toEqual([]);
  });
});

test("a folder never loses what lies there, and holds the same file once", async () => {
  const channel = folderChannel(folder);
  writeFileSync(join(folder, "cra-2026-11.pdf"), "another");
  const placed = { state: "delivered", place: join(folder, "cra-2026-11 (2).pdf") };
  expect(await channel.send(CONSIGNMENT)).toEqual(placed);
  expect(await channel.send(CONSIGNMENT)).toEqual(placed);
  expect(readdirSync(folder).sort()).toEqual(["cra-2026-11 (2).pdf", "cra-2026-11.pdf"]);
  expect(readFileSync(join(folder, "cra-2026-11.pdf"), "utf8")).toBe("another");
  const away = folderChannel(join(folder, "unmounted"));
  expect(await away.send(CONSIGNMENT)).toEqual({ state: "failed", reason: "ENOENT", isPassing: true });
});

test("what somebody sends by hand is prepared: a page, a message with its files, a link without them", async () => {
  const printed = { state: "prepared", place: join(folder, "cra-2026-11.pdf") };
  expect(await printChannel(folder).send(CONSIGNMENT)).toEqual(printed);
  expect(await mailtoChannel(folder).send(CONSIGNMENT)).toEqual(printed);
  const eml = await emlChannel(folder).send(CONSIGNMENT);
  expect(eml).toEqual({ state: "prepared", place: join(folder, "cra-2026-11.eml") });
  const raw = readFileSync(join(folder, "cra-2026-11.eml"), "utf8");
  expect(raw).toContain("X-Unsent: 1");
  expect(raw).toContain(PDF.toString("base64"));
  const link = "mailto:paie@portage.example?subject=CRA%20de%20novembre%202026&body=Bonjour%2C%0D%0Aci-joint.";
  expect(mailtoLink(CONSIGNMENT.to, CONSIGNMENT.subject, CONSIGNMENT.text)).toBe(link);
});
