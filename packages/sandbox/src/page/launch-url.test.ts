import { describe, expect, it } from "vitest";
import { directLink, launchUrl, startParamOf } from "./launch-url.ts";

const theme = { bg_color: "#17212b" };

describe("the Mini App's address", () => {
  it("carries Telegram's parameters in the fragment and keeps path and query", () => {
    const initData = "user=%7B%22id%22%3A1%7D&hash=ab";
    const url = "http://localhost:3000/objects/1?startapp=o1";
    const address = new URL(
      launchUrl({ url, initData, platform: "ios", theme, startParam: startParamOf(url) }),
    );
    expect(address.href.split("#")[0]).toBe(url);
    expect([...new URLSearchParams(address.hash.slice(1))]).toEqual([
      ["tgWebAppData", initData],
      ["tgWebAppVersion", "8.0"],
      ["tgWebAppPlatform", "ios"],
      ["tgWebAppThemeParams", JSON.stringify(theme)],
      ["tgWebAppStartParam", "o1"],
    ]);
  });

  it("has no start parameter unless the address names one", () => {
    expect(startParamOf("http://localhost:3000/")).toBeUndefined();
    expect(startParamOf("http://localhost:3000/?tgWebAppStartParam=t5")).toBe("t5");
    const address = launchUrl({
      url: "http://localhost:3000/",
      initData: "a",
      platform: "android",
      theme,
      startParam: undefined,
    });
    expect(address).not.toContain("tgWebAppStartParam");
  });
});

describe("direct links", () => {
  const parse = (url: string) => directLink(url, "stsphera_bot", "app");

  it.each([
    ["https://t.me/stsphera_bot/app?startapp=o12_fact", { startParam: "o12_fact" }],
    ["https://t.me/STSphera_bot/app", {}],
    ["https://t.me/stsphera_bot?startapp=o1", { startParam: "o1" }],
    ["https://t.me/stsphera_bot", undefined],
    ["https://t.me/another_bot/app?startapp=o1", undefined],
    ["https://t.me/stsphera_bot/other", undefined],
    ["https://example.com/stsphera_bot/app", undefined],
  ])("%s", (url, expected) => {
    expect(parse(url)).toEqual(expected);
  });
});
