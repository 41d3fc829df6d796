import { createHash, createHmac } from "node:crypto";
import {
  type Fields,
  FORGERY_NOW,
  FORGERY_TOKEN,
  genuineFields,
  hashOfFields,
  meaningOf,
  signedPairs,
  spelled,
} from "./genuine-init-data.ts";
import { type Random, seededRandom } from "./random.ts";

export type Forgery = { kind: string; raw: string };
type Base = { random: Random; fields: Fields; pairs: [string, string][]; raw: string };
type Forge = (base: Base) => string;

const OTHER_BOT = "7000000002:AAStsphera-another-bots-token-00000";
const seconds = Math.floor(FORGERY_NOW.getTime() / 1000);
const resigned = (fields: Fields, signing?: Parameters<typeof signedPairs>[1]): string =>
  spelled(signedPairs(fields, signing));
const edited = ({ pairs }: Base, edit: (pair: [string, string]) => readonly (readonly [string, string])[]) =>
  spelled(pairs.flatMap(edit));
const at = ({ random, raw }: Base): number => random.below(raw.length);
const anotherPerson = (base: Base): string =>
  (base.fields["user"] ?? "").replace(/"id":\d+/, `"id":${1_000_001 + base.random.below(17)}`);
/** Joins two adjacent fields of the signed text into one pair, keeping the hash valid. */
function glued(base: Base, border: string, asKey: boolean): string {
  const sorted = Object.entries(base.fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const first = base.random.below(sorted.length - 1);
  const [[key = "", value = ""], [nextKey = "", nextValue = ""]] = [
    sorted[first] ?? [],
    sorted[first + 1] ?? [],
  ];
  const pair = asKey
    ? ([`${key}=${value}${border}${nextKey}`, nextValue] as const)
    : ([key, `${value}${border}${nextKey}=${nextValue}`] as const);
  const hash = ["hash", hashOfFields(base.fields, { token: FORGERY_TOKEN })] as const;
  return spelled([...sorted.slice(0, first), pair, ...sorted.slice(first + 2), hash]);
}

const withHash = (base: Base, change: (hash: string) => string): string =>
  edited(base, ([key, value]) => [[key, key === "hash" ? change(value) : value]]);
const withKey = (base: Base, key: (token: string) => Buffer): string =>
  resigned(base.fields, { token: FORGERY_TOKEN, key });
const withDate = (base: Base, auth_date: string): string => resigned({ ...base.fields, auth_date });
const withUser = (base: Base, user: string): string => resigned({ ...base.fields, user });
const replaced = (raw: string, from: number, count: number, by: string): string =>
  raw.slice(0, from) + by + raw.slice(from + count);

/**
 * Every kind of forgery, by name. Each call gives another text, though its meaning may coincide with the original.
 */
const FORGES: Readonly<Record<string, Forge>> = {
  "a bit flipped": (base) => {
    const bytes = Buffer.from(base.raw, "latin1");
    const place = at(base);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << base.random.below(8));
    return bytes.toString("latin1");
  },
  "a character replaced": (base) =>
    replaced(base.raw, at(base), 1, base.random.pick([..."09afAF%&=+_;\u0000я"])),
  "a character put in": (base) =>
    replaced(base.raw, at(base), 0, base.random.pick([..."09af%&=+; \n\r\t#?"])),
  "characters left out": (base) => replaced(base.raw, at(base), 1 + base.random.below(5), ""),
  "another person, old hash": (base) =>
    edited(base, ([k, v]) => [[k, k === "user" ? anotherPerson(base) : v]]),
  "a younger date, old hash": (base) =>
    edited(base, ([k, v]) => [[k, k === "auth_date" ? String(Number(v) + 1 + base.random.below(9)) : v]]),
  "a field left out": (base) => {
    const gone = base.random.below(base.pairs.length);
    return spelled(base.pairs.filter((_pair, place) => place !== gone));
  },
  "a field added": (base) =>
    spelled([...base.pairs, [base.random.pick(["can_send_after", "dev_user_id", "x"]), "1"]]),
  "a key in capitals": (base) => {
    const [chosen] = base.random.pick(base.pairs);
    return edited(base, ([k, v]) => [[k === chosen ? k.toUpperCase() : k, v]]);
  },
  "values exchanged": (base) => {
    const [one = "", other = ""] = base.random.shuffled(base.pairs.map(([key]) => key));
    const value = new Map<string, string>(base.pairs);
    return edited(base, ([k, v]) => [
      [k, k === one ? (value.get(other) ?? "") : k === other ? (value.get(one) ?? "") : v],
    ]);
  },
  "a pair twice": (base) => spelled(base.random.shuffled([...base.pairs, base.random.pick(base.pairs)])),
  "a second user": (base) => {
    const second = `user=${encodeURIComponent(anotherPerson(base))}`;
    return base.random.below(2) === 0 ? `${base.raw}&${second}` : `${second}&${base.raw}`;
  },
  "a key twice, spelled apart": (base) =>
    `${base.raw}&${base.random.pick(["us%65r", "%75ser", "u%73er"])}=${encodeURIComponent(anotherPerson(base))}`,
  "a second hash": (base) => `${base.raw}&hash=${"0".repeat(64)}`,
  "a hash of zeros": (base) => withHash(base, () => base.random.pick(["0", "f"]).repeat(64)),
  "a hash in capitals": (base) => withHash(base, (hash) => `${hash.toUpperCase()}`),
  "a shorter hash": (base) => withHash(base, (hash) => hash.slice(0, base.random.below(64))),
  "a longer hash": (base) => withHash(base, (hash) => hash + base.random.pick(["0", "00", " ", "\n"])),
  "a hash as base64": (base) => withHash(base, (hash) => Buffer.from(hash, "hex").toString("base64")),
  "encoded twice": (base) => {
    const [chosen] = base.random.pick(base.pairs);
    return edited(base, ([k, v]) => [
      [k, k === chosen ? encodeURIComponent(encodeURIComponent(v)) + "%25" : v],
    ]);
  },
  "an overlong code": (base) =>
    replaced(base.raw, at(base), 1, base.random.pick(["%C0%80", "%C1%A1", "%ED%A0%80", "%F5%80"])),
  "a code cut short": (base) => `${base.raw}${base.random.pick(["%", "%4", "%zz", "%D0"])}`,
  "a control character": (base) => {
    const [chosen] = base.random.pick(base.pairs);
    const sign = base.random.pick(["\u0000", "\u0007", "\u001f", "\u007f", "\t"]);
    return edited(base, ([k, v]) => [[k, k === chosen ? v + sign : v]]);
  },
  "fields glued by a newline": (base) => glued(base, "\n", false),
  "fields glued into a key": (base) => glued(base, "\n", true),
  "fields glued by another border": (base) =>
    glued(base, base.random.pick(["\r\n", "\r", "\u2028", "\u0085", "&", ";"]), base.random.below(2) === 0),
  "the border of key and value moved": ({ random, fields }) => {
    const moved = String(random.below(1e6));
    const hash = hashOfFields({ ...fields, start_param: `o1=${moved}` }, { token: FORGERY_TOKEN });
    const kept = Object.entries(fields).filter(([key]) => key !== "start_param");
    return spelled([...kept, ["start_param=o1", moved], ["hash", hash]]);
  },
  "signed by another bot": (base) => resigned(base.fields, { token: OTHER_BOT }),
  "signed without a token": (base) => resigned(base.fields, { token: "" }),
  "signed with the bot's id alone": (base) =>
    resigned(base.fields, { token: FORGERY_TOKEN.split(":")[0] ?? "" }),
  "signed as the login widget does": (base) =>
    withKey(base, (token) => createHash("sha256").update(token).digest()),
  "signed with the key turned round": (base) =>
    withKey(base, (token) => createHmac("sha256", token).update("WebAppData").digest()),
  "signed with the bare token": (base) => withKey(base, (token) => Buffer.from(token)),
  expired: (base) => withDate(base, String(seconds - 3601 - base.random.below(10_000_000))),
  "from the future": (base) => withDate(base, String(seconds + 61 + base.random.below(10_000_000))),
  "no date": (base) =>
    withDate(
      base,
      base.random.pick([`${seconds}.0`, `+${seconds}`, ` ${seconds}`, "", "NaN", "1e9", `${seconds}000`]),
    ),
  "a bot as user": (base) => withUser(base, (base.fields["user"] ?? "").replace("{", '{"is_bot":true,')),
  "no person": (base) =>
    withUser(
      base,
      base.random.pick(["", "null", "[]", "123", '{"id":0,"first_name":"A"}', '{"id":"1","first_name":"A"}']),
    ),
  "cut short": (base) => base.raw.slice(0, at(base)),
  "said twice": (base) => `${base.raw}${base.random.pick(["&", "", "&&"])}${base.raw}`,
  "something before it": (base) => base.random.pick(["?", "#", " ", "\ufeff", "&", "initData="]) + base.raw,
  "something behind it": (base) =>
    base.raw + base.random.pick(["&", "&=", "&x", "#", "\u0000", " ", "&=1", ";a=1"]),
  "too large": (base) => resigned({ ...base.fields, pad: "x".repeat(8 * 1024 + base.random.below(99)) }),
};

export const FORGERY_KINDS = Object.keys(FORGES);

/**
 * `count` texts that Telegram did not make for this bot within the hour, of all kinds in turn; reproducible by seed.
 */
export function forgeInitData(count: number, seed: number): Forgery[] {
  const random = seededRandom(seed);
  const forgeries: Forgery[] = [];
  for (let turn = 0; forgeries.length < count; turn += 1) {
    const fields = genuineFields(random, FORGERY_NOW);
    const pairs = random.shuffled(signedPairs(fields));
    const base: Base = { random, fields, pairs, raw: spelled(pairs) };
    const kind = FORGERY_KINDS[turn % FORGERY_KINDS.length] ?? "";
    const raw = FORGES[kind]?.(base) ?? "";
    // Another encoding of the same data is not a forgery; it has a test of its own.
    if (meaningOf(raw) !== meaningOf(base.raw)) forgeries.push({ kind, raw });
  }
  return forgeries;
}

export type Genuine = { raw: string; telegramId: string };

const SPELLINGS: readonly ((raw: string) => string)[] = [
  (raw) => raw,
  (raw) => raw.replaceAll("%20", "+"),
  (raw) => raw.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  (raw) => raw.replaceAll("_", "%5F"),
];

/** `count` genuine texts of different users and ages, in any order of pairs and any encoding. */
export function freshInitData(count: number, seed: number): Genuine[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_one, turn) => {
    const fields = genuineFields(random, FORGERY_NOW, random.below(3600));
    const telegramId = String(6_000_000 + turn);
    const user = (fields["user"] ?? "").replace(/"id":\d+/, `"id":${telegramId}`);
    const raw = spelled(random.shuffled(signedPairs({ ...fields, user })));
    return { raw: random.pick(SPELLINGS)(raw), telegramId };
  });
}
