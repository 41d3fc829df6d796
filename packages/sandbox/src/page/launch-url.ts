export type Launch = {
  url: string;
  initData: string;
  platform: string;
  theme: Record<string, string>;
  startParam: string | undefined;
};

/** The start parameter in an address. */
export function startParamOf(url: string): string | undefined {
  const query = new URL(url).searchParams;
  return query.get("startapp") ?? query.get("tgWebAppStartParam") ?? undefined;
}

/** The Mini App's address with Telegram's launch parameters in the fragment, ordered as in its web client. */
export function launchUrl({ url, initData, platform, theme, startParam }: Launch): string {
  const parameters: [string, string][] = [
    ["tgWebAppData", initData],
    ["tgWebAppVersion", "8.0"],
    ["tgWebAppPlatform", platform],
    ["tgWebAppThemeParams", JSON.stringify(theme)],
  ];
  if (startParam !== undefined) parameters.push(["tgWebAppStartParam", startParam]);
  const address = new URL(url);
  const own = address.hash === "" ? "" : `${address.hash.slice(1)}&`;
  address.hash = own + parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return address.href;
}

/** The start parameter of a direct link `https://t.me/<bot>/<app>?startapp=…`; undefined for other links. */
export function directLink(
  url: string,
  botUsername: string,
  appShortName: string,
): { startParam?: string } | undefined {
  const match = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)(?:\/(\w+))?\/?(\?.*)?$/i.exec(url);
  if (!match || match[1]?.toLowerCase() !== botUsername.toLowerCase()) return undefined;
  const query = new URLSearchParams(match[3] ?? "");
  const startParam = query.get("startapp");
  if (match[2] === undefined ? startParam === null : match[2].toLowerCase() !== appShortName.toLowerCase())
    return undefined;
  return startParam ? { startParam } : {};
}
