import { createSignInLink, newLinkSecret, signInUrl } from "@stsphera/core";
import { card, html, type RenderedMessage } from "@stsphera/telegram";
import type { Feature } from "../../engine/feature.ts";
import type { Turn } from "../../engine/turn.ts";

function linkMessage({ t, services }: Turn, secret: string): RenderedMessage {
  const url = signInUrl(services.publicUrl, secret);
  return {
    text: card(t("login.title"), [t("login.text"), html`${url}`, t("login.then")]),
    // Telegram refuses buttons to an address that is not https.
    buttons: services.webApps ? [[{ kind: "url", text: t("login.open"), url }]] : [],
  };
}

/** /login: a link that signs the user in in a browser, once. */
async function login(turn: Turn): Promise<void> {
  const { secret, tokenHash } = newLinkSecret();
  // A repeated update makes another link and cancels this one: the secret of the first is known to nobody any more.
  await createSignInLink.run(turn.context(`login:${tokenHash}`), { tokenHash });
  turn.sayOnce(linkMessage(turn, secret));
}

export const signInFeature: Feature = { commands: [{ name: "login", place: 105, answer: login }] };
