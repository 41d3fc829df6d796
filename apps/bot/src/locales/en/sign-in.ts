import type { signIn as signInRu } from "../ru/sign-in.ts";

export const signIn = {
  "command.login": "Sign in in a browser",
  "help.login": "a link for signing in in a browser",
  "login.title": "🔑 Sign-in in a browser",
  "login.text": "Open the link in the browser of a phone or a computer. It works once, for 15 minutes.",
  "login.then":
    "Forward it to nobody: whoever opens it signs in as you. To sign in without Telegram, make a passkey: Profile → Sign in without Telegram.",
  "login.open": "Open in a browser",
} as const satisfies Record<keyof typeof signInRu, string>;
