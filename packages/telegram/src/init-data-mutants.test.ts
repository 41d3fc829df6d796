import { expect, test, vi } from "vitest";
import { verifyInitData } from "./init-data.ts";
import {
  FORGERY_KINDS,
  FORGERY_NOW,
  FORGERY_TOKEN,
  forgeInitData,
  freshInitData,
  meaningOf,
} from "./testing/index.ts";

vi.setConfig({ testTimeout: 60_000 });

const SEED = 20_260_908;
const MUTANTS = 5_000;
const FRESH = 200;
const check = (raw: string) => verifyInitData(raw, FORGERY_TOKEN, FORGERY_NOW);

test(`regression 2: none of ${MUTANTS} forged initData is accepted`, () => {
  const forgeries = forgeInitData(MUTANTS, SEED);
  const accepted = forgeries.filter(({ raw }) => check(raw).ok);
  expect(accepted).toEqual([]);
  const made = new Map(FORGERY_KINDS.map((kind) => [kind, 0]));
  for (const { kind } of forgeries) made.set(kind, (made.get(kind) ?? 0) + 1);
  expect(forgeries).toHaveLength(MUTANTS);
  for (const [kind, count] of made) expect(count, kind).toBeGreaterThan(20);
});

test(`${FRESH} genuine ones are accepted, in any order and encoding`, () => {
  for (const { raw, telegramId } of freshInitData(FRESH, SEED)) {
    const result = check(raw);
    expect(result.ok && result.user.id, raw).toBe(telegramId);
  }
});

test("another encoding has the same meaning, a real change does not", () => {
  const [{ raw } = { raw: "" }] = freshInitData(1, SEED);
  const turned = raw.split("&").toReversed().join("&");
  expect([meaningOf(turned), check(turned).ok]).toEqual([meaningOf(raw), true]);
  expect(meaningOf(`${raw}&x=1`)).not.toBe(meaningOf(raw));
  expect(meaningOf(`${raw}&${raw.split("&")[0]}`)).not.toBe(meaningOf(raw));
});
