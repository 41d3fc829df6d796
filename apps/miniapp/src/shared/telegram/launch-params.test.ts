import { describe, expect, test } from "vitest";
import { claimedUserId, launchParams, parseLaunchParams, versionAtLeast } from "./launch-params.ts";

const initData = `query_id=AAF1&user=${encodeURIComponent('{"id":1000011,"first_name":"Сергей"}')}&auth_date=1&hash=ab`;
const hash = `#tgWebAppData=${encodeURIComponent(initData)}&tgWebAppVersion=8.0&tgWebAppPlatform=android&tgWebAppThemeParams=${encodeURIComponent('{"bg_color":"#17212b","text_color":"red"}')}`;

function storageWith(start: Record<string, string> = {}) {
  const kept = new Map(Object.entries(start));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe("launch parameters", () => {
  test("are read from the fragment, what is no colour falls out", () => {
    expect(parseLaunchParams(hash, "")).toEqual({
      initData,
      platform: "android",
      version: "8.0",
      startParam: "",
      theme: { bg_color: "#17212b" },
    });
  });

  test("survive a reload without the fragment, the start parameter does not", () => {
    const storage = storageWith();
    expect(launchParams(`${hash}&tgWebAppStartParam=o12_fact`, "", storage).startParam).toBe("o12_fact");
    const again = launchParams("", "", storage);
    expect(again.initData).toBe(initData);
    expect(again.startParam).toBe("");
  });

  test("a fresh person replaces the kept one", () => {
    const storage = storageWith();
    launchParams(hash, "", storage);
    const other = launchParams("#tgWebAppData=user%3Dx&tgWebAppPlatform=web", "", storage);
    expect(other.initData).toBe("user=x");
  });

  test("the address of a web_app button carries the start parameter in its query", () => {
    expect(parseLaunchParams(hash, "?startapp=o12_fact")?.startParam).toBe("o12_fact");
    expect(parseLaunchParams("", "")).toBeNull();
  });

  test("broken theme JSON is no theme", () => {
    expect(parseLaunchParams("#tgWebAppPlatform=ios&tgWebAppThemeParams={", "")?.theme).toEqual({});
  });
});

test("the claimed id is taken from the launch", () => {
  expect(claimedUserId(initData)).toBe("1000011");
  expect(claimedUserId("")).toBe("");
});

test("versions compare by their parts", () => {
  expect(versionAtLeast("7.10", "7.9")).toBe(true);
  expect(versionAtLeast("7.9", "8.0")).toBe(false);
  expect(versionAtLeast("8", "8.0")).toBe(true);
});
