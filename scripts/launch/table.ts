import type { Launched } from "./options.ts";

const withoutPassword = (url: string) => url.replace(/:\/\/([^:@/]+):[^@]+@/, "://$1@");

/** What a user needs to know once everything is up. */
export function addressTable(launched: Launched, seconds: number): string {
  const { addresses: at, dataDir } = launched;
  const rows: [string, string][] = [
    ["Mini App", at.miniApp],
    ["API reading page", `${at.miniApp}/api/docs`],
    [
      "Telegram",
      at.sandbox ? `${at.sandbox} (stand-in: chat page)` : "the real one (TELEGRAM_BOT_TOKEN is set)",
    ],
    ["Object store", at.objectStore],
    ["PostgreSQL", withoutPassword(at.databaseUrl)],
    ["Metrics", [at.api, at.bot, at.scheduler].map((address) => `${address}/metrics`).join(" ")],
    ["Data and logs", dataDir],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return ["", `STSphera is ready in ${seconds.toFixed(1)} s`, "", ...lines, "", "Ctrl-C stops it.", ""].join(
    "\n",
  );
}
