import type { signInRu } from "./ru.ts";

export const signInEn: Record<keyof typeof signInRu, string> = {
  admin: "Administrator",
  reason: "Reason",
  device: "Device",
  address: "Network address",
  "given.title": "🔑 A sign-in link was made for you",
  "given.then":
    "The administrator hands it over in person. It works once, for 15 minutes. If you did not ask for it, tell your manager.",
  "used.title": "🔑 Sign-in by a link in a browser",
  "used.then": "Not you? In the app: Profile → Devices → «Sign out everywhere».",
  "passkey.title": "🔑 A passkey was added",
  "passkey.then": "Not you? Remove it in the app: Profile → Devices.",
  "removed.title": "🔑 A passkey was removed",
  "removed.then": "It opens no sign-in any more. Not you? Profile → Devices → «Sign out everywhere».",
};
