import { createHmac, timingSafeEqual } from "node:crypto";

export type InitDataUser = {
  /** Telegram id as a decimal string. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
};

type InitDataRefusal =
  | "malformed"
  | "too_large"
  | "duplicate_key"
  | "bad_hash"
  | "expired"
  | "from_future"
  | "bot";

export type InitDataCheck =
  | {
      readonly ok: true;
      readonly user: InitDataUser;
      readonly authDate: Date;
      readonly queryId?: string;
      readonly startParam?: string;
    }
  | { readonly ok: false; readonly reason: InitDataRefusal };

const MAX_BYTES = 8 * 1024;
const MAX_AGE_SECONDS = 3600;
const MAX_AHEAD_SECONDS = 60;

const refused = (reason: InitDataRefusal): InitDataCheck => ({ ok: false, reason });

/**
 * Verifies `initData` of a Mini App as documented by Telegram: the HMAC-SHA256 of the sorted fields, compared in
 * constant time, then its age against `now`. Source: core.telegram.org/bots/webapps, "Validating data received via
 * the Mini App".
 */
export function verifyInitData(raw: string, botToken: string, now: Date): InitDataCheck {
  if (Buffer.byteLength(raw) > MAX_BYTES) return refused("too_large");
  const fields = fieldsOf(raw);
  if (typeof fields === "string") return refused(fields);

  const hash = fields.get("hash") ?? "";
  if (!/^[0-9a-f]{64}$/.test(hash)) return refused("malformed");
  fields.delete("hash");
  if (!timingSafeEqual(Buffer.from(hash, "hex"), hashOf(fields, botToken))) return refused("bad_hash");

  const authText = fields.get("auth_date") ?? "";
  if (!/^\d{1,11}$/.test(authText)) return refused("malformed");
  const age = now.getTime() / 1000 - Number(authText);
  if (age < -MAX_AHEAD_SECONDS) return refused("from_future");
  if (age > MAX_AGE_SECONDS) return refused("expired");

  const user = userOf(fields.get("user"));
  if (typeof user === "string") return refused(user);
  const queryId = fields.get("query_id");
  const startParam = fields.get("start_param");
  return {
    ok: true,
    user,
    authDate: new Date(Number(authText) * 1000),
    ...(queryId === undefined ? {} : { queryId }),
    ...(startParam === undefined ? {} : { startParam }),
  };
}

/** Signs `initData` with the given fields as Telegram does, for tests and the development stand-in. */
export function signInitData(fields: Readonly<Record<string, string>>, botToken: string): string {
  const hash = hashOf(new Map(Object.entries(fields)), botToken).toString("hex");
  return new URLSearchParams({ ...fields, hash }).toString();
}

function hashOf(fields: ReadonlyMap<string, string>, botToken: string): Buffer {
  const lines = [...fields.keys()].toSorted(byCodeUnits).map((key) => `${key}=${fields.get(key)}`);
  const secret = createHmac("sha256", "WebAppData").update(botToken).digest();
  return createHmac("sha256", secret).update(lines.join("\n")).digest();
}

const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function fieldsOf(raw: string): Map<string, string> | "malformed" | "duplicate_key" {
  const fields = new Map<string, string>();
  for (const part of raw.split("&")) {
    const at = part.indexOf("=");
    const key = decode(part.slice(0, at));
    const value = decode(part.slice(at + 1));
    if (at < 1 || key === undefined || value === undefined) return "malformed";
    if (hasControl(key) || hasControl(value)) return "malformed";
    // A `=` inside a key would move the boundary between key and value without changing the signed text.
    if (key.includes("=")) return "malformed";
    if (fields.has(key)) return "duplicate_key";
    fields.set(key, value);
  }
  return fields;
}

function hasControl(text: string): boolean {
  return [...text].some((sign) => sign < " " || sign === "\u007f");
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function userOf(json: string | undefined): InitDataUser | "malformed" | "bot" {
  const user = parseObject(json ?? "");
  if (user === undefined) return "malformed";
  if (user.is_bot !== undefined && user.is_bot !== false) return "bot";
  const { id, first_name: firstName } = user;
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) return "malformed";
  if (typeof firstName !== "string") return "malformed";
  return {
    id: String(id),
    firstName,
    ...optional("lastName", user.last_name),
    ...optional("username", user.username),
    ...optional("languageCode", user.language_code),
  };
}

function optional<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === "string" && value !== "" ? ({ [key]: value } as Record<K, string>) : {};
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
