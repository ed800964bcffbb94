import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "../parts/contract.ts";
import { newCode, poll, renew, Visitor } from "../parts/oauth.ts";
import { describeOnOne, startCompany, type TestCompany } from "../parts/programs.ts";

const TWENTY = Array.from({ length: 20 });

describeOnOne("a session", {}, (database) => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await startCompany(database, "--trust-proxy", "1");
  });
  afterAll(() => company.stop());

  const whoIs = async (token: string) => (await call(company.url, "getMe", { token })).status;

  test("is renewed by one of twenty that send its refresh token at once, and ends for all of them: one may be a thief's, and nobody can tell which (RFC 9700, 4.14.2)", async () => {
    const { access_token, refresh_token } = await new Visitor(company.url, "203.0.113.1").login(company.claire);
    expect(await whoIs(access_token)).toBe(200);

    const answers = await Promise.all(TWENTY.map(() => renew(company.url, refresh_token)));

    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const { status, text } of answers) if (status !== 200) expect(JSON.parse(text).error).toBe("invalid_grant");
    const winner = JSON.parse(won[0]?.text ?? "{}");
    expect((await renew(company.url, winner.refresh_token)).status).toBe(400);
    expect(await whoIs(winner.access_token)).toBe(401);
    expect(await whoIs(access_token)).toBe(401);
  });

  test("is begun once by twenty that ask for it at once; it ends only where one of them came late enough to be told that the code was used", async () => {
    const code = await new Visitor(company.url, "203.0.113.2").approve(company.claire);

    const answers = await Promise.all(TWENTY.map(() => poll(company.url, code)));

    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const errors = answers.flatMap(({ status, text }) => (status === 200 ? [] : [JSON.parse(text).error]));
    const isEnded = errors.includes("invalid_grant");
    expect(errors.filter((error) => error !== "invalid_grant" && error !== "slow_down")).toEqual([]);
    expect(await whoIs(JSON.parse(won[0]?.text ?? "{}").access_token)).toBe(isEnded ? 401 : 200);
  });

  test("ends where its code is used again", async () => {
    const { access_token, code } = await new Visitor(company.url, "203.0.113.3").login(company.claire);
    expect(await whoIs(access_token)).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_100));

    expect(JSON.parse((await poll(company.url, code)).text).error).toBe("invalid_grant");

    expect(await whoIs(access_token)).toBe(401);
  });

  test("that is asked for too soon is told to slow down (RFC 8628, 3.5), and is had all the same", async () => {
    const visitor = new Visitor(company.url, "203.0.113.4");
    const { device_code, user_code, interval } = JSON.parse((await newCode(company.url, visitor.from)).text);
    const first = await poll(company.url, device_code);
    const second = await poll(company.url, device_code);
    expect([first, second].map(({ text }) => JSON.parse(text).error)).toEqual(["authorization_pending", "slow_down"]);

    const next = await visitor.follow(await visitor.signIn(await visitor.confirm(user_code), company.claire));
    await visitor.follow(await visitor.post(`${next.path}/approve`));
    await new Promise((resolve) => setTimeout(resolve, interval * 1000));

    expect((await poll(company.url, device_code)).status).toBe(200);
  });
});
