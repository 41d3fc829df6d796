import { Hono } from "hono";
import type { Locale } from "@stsphera/contracts";
import { PRIVACY_NOTICE } from "@stsphera/contracts/people/consent-text";
import { escapeHtml } from "@stsphera/telegram";

/** The page that a newcomer's consent links to. */
function privacyPage(locale: Locale): string {
  const { title: plain, lines } = PRIVACY_NOTICE[locale];
  const title = escapeHtml(plain);
  const rows = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:17px/1.5 system-ui;
color:#e8eaed;background:#0d0f12}h1{font-size:1.4rem}</style></head>
<body><h1>${title}</h1>
${rows}
</body></html>`;
}

/** Serves it in the reader's language. */
export function createPrivacyPage(): Hono {
  const app = new Hono();
  app.get("/telegram/privacy", (c) => {
    const locale: Locale = /^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "ru";
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return c.html(privacyPage(locale));
  });
  return app;
}
