import { signInAnswer } from "@stsphera/contracts";
import {
  FORGERY_KINDS,
  FORGERY_NOW,
  FORGERY_TOKEN,
  forgeInitData,
  freshInitData,
} from "@stsphera/telegram/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

vi.setConfig({ testTimeout: 60_000 });

const SEED = 20_260_908;
const SAMPLE = 300;
const FRESH = 200;
let api: TestApi;

beforeAll(async () => {
  api = await openApi(({ signIn }) => ({ signIn: { ...signIn, botToken: FORGERY_TOKEN } }));
  api.clock.now = FORGERY_NOW;
});
afterAll(() => api.close());

const signIn = (initData: string) => api.call("POST", "/api/auth/telegram", { body: { initData } });
const counted = () =>
  api.world.db.read(
    `select (select count(*)::int from users) as users, (select count(*)::int from refresh_tokens) as tokens,
       (select count(*)::int from outbox) as outbox, (select count(*)::int from audit_log) as audit`,
    [],
  );

test(`regression 2: ${SAMPLE} forged initData sign nobody in, register nobody and write nothing`, async () => {
  const forgeries = forgeInitData(SAMPLE, SEED);
  expect(new Set(forgeries.map(({ kind }) => kind)).size).toBe(FORGERY_KINDS.length);
  const before = await counted();
  const seen = new Set<string>();
  for (const { kind, raw } of forgeries) {
    const said = verdict(await signIn(raw));
    seen.add(said);
    expect(`${kind}: ${said}`).toMatch(/: (401 unauthenticated|422 validation_failed)$/);
    const body = { initData: raw, consent: true, fullName: "Вадим Ершов" };
    expect(verdict(await api.call("POST", "/api/auth/register", { body }))).toBe(said);
  }
  expect(seen).toContain("401 unauthenticated");
  expect(await counted()).toEqual(before);
});

test(`${FRESH} genuine ones introduce and register their users`, async () => {
  const fresh = freshInitData(FRESH, SEED);
  for (const { raw, telegramId } of fresh) {
    const body = { initData: raw, consent: true, fullName: "Вадим Ершов" };
    const answer = await api.call("POST", "/api/auth/register", { body });
    expect(verdict(answer)).toBe("200");
    expect(signInAnswer.parse(answer.body).user).toMatchObject({ telegramId, status: "pending" });
    expect(verdict(await signIn(raw))).toBe("200");
  }
  const [row] = await api.world.db.read<{ count: number }>(
    "select count(*)::int as count from users where telegram_id >= 6000000",
    [],
  );
  expect(row).toEqual({ count: FRESH });
});
