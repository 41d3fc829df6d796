/** What Telegram hands a Mini App in the fragment of its address. */
export type LaunchParams = {
  readonly initData: string;
  readonly platform: string;
  readonly version: string;
  readonly startParam: string;
  readonly theme: Readonly<Record<string, string>>;
};

type KeyValue = Pick<Storage, "getItem" | "setItem">;
const STORED_AS = "stsphera.launch";
const NOTHING: LaunchParams = { initData: "", platform: "", version: "", startParam: "", theme: {} };

function colorsIn(json: string | null): Record<string, string> {
  if (json === null) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
  if (typeof parsed !== "object" || parsed === null) return {};
  const pairs = Object.entries(parsed).filter(([, value]) => /^#[0-9a-f]{6}$/i.test(String(value)));
  return Object.fromEntries(pairs.map(([key, value]) => [key, String(value)]));
}

/** Reads the fragment; the start parameter may also stand in the query of a `web_app` button's address. */
export function parseLaunchParams(hash: string, search: string): LaunchParams | null {
  const fragment = new URLSearchParams(hash.replace(/^#/, ""));
  const query = new URLSearchParams(search);
  const initData = fragment.get("tgWebAppData") ?? "";
  const startParam =
    fragment.get("tgWebAppStartParam") ??
    query.get("tgWebAppStartParam") ??
    query.get("startapp") ??
    new URLSearchParams(initData).get("start_param") ??
    "";
  if (initData === "" && !fragment.has("tgWebAppPlatform"))
    return startParam === "" ? null : { ...NOTHING, startParam };
  return {
    initData,
    platform: fragment.get("tgWebAppPlatform") ?? "",
    version: fragment.get("tgWebAppVersion") ?? "",
    startParam,
    theme: colorsIn(fragment.get("tgWebAppThemeParams")),
  };
}

/** The launch of this tab: fresh from the address, or the one kept from before a reload (its start is over then). */
export function launchParams(hash: string, search: string, storage: KeyValue): LaunchParams {
  const fresh = parseLaunchParams(hash, search);
  const kept = storage.getItem(STORED_AS);
  const before = kept === null ? NOTHING : (JSON.parse(kept) as LaunchParams);
  if (fresh === null) return { ...before, startParam: "" };
  const launch = fresh.initData === "" ? { ...before, startParam: fresh.startParam } : fresh;
  storage.setItem(STORED_AS, JSON.stringify(launch));
  return launch;
}

/** The tab goes on without Telegram. */
export const forgetLaunch = (storage: Pick<Storage, "removeItem">): void => storage.removeItem(STORED_AS);

/** Telegram's id of the person as the launch claims it: only a name for what is kept on this phone. */
export function claimedUserId(initData: string): string {
  const user = new URLSearchParams(initData).get("user");
  if (user === null) return "";
  const match = /"id"\s*:\s*(\d{1,20})/.exec(user);
  return match?.[1] ?? "";
}

/** True when `version` (such as "7.10") is at least `wanted`. */
export function versionAtLeast(version: string, wanted: string): boolean {
  const have = version.split(".").map(Number);
  const need = wanted.split(".").map(Number);
  const length = Math.max(have.length, need.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (have[index] ?? 0) - (need[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
