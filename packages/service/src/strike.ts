const BOT_TOKEN = /\d{6,12}(?::|%3A)[\w-]{30,}/gi;
/** Three parts and more, joined by dots; looked for where a word begins alone, so that a long word is read once. */
const JOINED = /(?<![\w-])[\w-]+(?:\.[\w-]+){2,}/g;
/** How the head of an access token begins: `{"` in Base64. */
const TOKEN_HEAD = "eyJ";
const STRUCK_OUT = "[secret]";
/** Shorter secrets also occur in ordinary words. */
const SHORTEST = 8;

/** Removes bot tokens, access tokens and the given secrets from a text, also when escaped for JSON. */
export function createStrike(secrets: readonly string[]): (text: string) => string {
  const known = new Set(
    secrets
      .filter((secret) => secret.length >= SHORTEST)
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
      .toSorted((a, b) => b.length - a.length),
  );
  return (text) => {
    let clean = text
      .replace(BOT_TOKEN, STRUCK_OUT)
      .replace(JOINED, (word) => (word.includes(TOKEN_HEAD) ? STRUCK_OUT : word));
    for (const secret of known) clean = clean.replaceAll(secret, STRUCK_OUT);
    return clean;
  };
}

/** The secret parts of a URL: the whole of it and its password, encoded and decoded. */
export function secretsInUrl(url: string): string[] {
  const { password } = new URL(url);
  return password === "" ? [] : [url, password, decodeURIComponent(password)];
}
