import { createHash } from "node:crypto";

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** `'sha256-…'` of every inline script of a page: the only inline code that may run. */
function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(inlineScript)].map(
    ([, code]) =>
      `'sha256-${createHash("sha256")
        .update(code ?? "")
        .digest("base64")}'`,
  );
}

/** Content-Security-Policy of the Mini App's page; `frames`: origins that may embed it (the sandbox). */
export function contentPolicy(html: string, origins: { s3: string; frames: string[] }): string {
  const scripts = ["'self'", ...inlineScriptHashes(html)].join(" ");
  const frames = ["https://web.telegram.org", "https://*.telegram.org", ...origins.frames].join(" ");
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data: ${origins.s3}`,
    `connect-src 'self' ${origins.s3}`,
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frames}`,
  ].join("; ");
}
