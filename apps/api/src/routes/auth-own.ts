import type { SignInLink } from "@stsphera/contracts";
import {
  addPasskey,
  createSignInLink,
  giveSignInLink,
  newLinkSecret,
  signedInThemselves,
  signInUrl,
} from "@stsphera/core";
import { encodeQR } from "qr";
import type { Hono } from "hono";
import { deviceOf, type SignInDesk, worldOf } from "../auth/open-session.ts";
import { registrationOptions, verifyNewPasskey } from "../auth/passkeys.ts";
import type { ApiEnv, HttpContext } from "../deps.ts";
import { json } from "../http/answer.ts";
import { readFields } from "../http/read-fields.ts";
import { refusedKindly } from "./auth-browser.ts";
import { GIVEN_LINK, NEW_PASSKEY, NEW_PASSKEY_CHALLENGE, OWN_LINK } from "./auth-routes.ts";

/**
 * Ways in that a signed-in user creates. They take no idempotency key: a secret is shown once and never stored, so that
 * a repeated request makes another link.
 */
export function mountWaysIn(app: Hono<ApiEnv>, desk: SignInDesk): void {
  const { deps } = desk;
  const own = (c: HttpContext) => ({ ...worldOf(desk, c), actor: c.var.actor });
  const shown = (secret: string, expiresAt: string): SignInLink => {
    const link = signInUrl(deps.publicUrl, secret);
    return { link, qr: encodeQR(link, "svg", { ecc: "medium", border: 2 }), expiresAt };
  };

  app.post(OWN_LINK.path, async (c) => {
    c.set("route", OWN_LINK.path);
    await readFields(c, OWN_LINK.body);
    const { secret, tokenHash } = newLinkSecret();
    const { expiresAt } = await createSignInLink.run(own(c), { tokenHash });
    return json(c, 200, shown(secret, expiresAt));
  });

  app.post(GIVEN_LINK.path, async (c) => {
    c.set("route", GIVEN_LINK.path);
    const asked = await readFields(c, GIVEN_LINK.body);
    const { secret, tokenHash } = newLinkSecret();
    const { expiresAt } = await giveSignInLink.run(own(c), { ...asked, tokenHash });
    return json(c, 200, shown(secret, expiresAt));
  });

  app.post(NEW_PASSKEY_CHALLENGE.path, async (c) => {
    c.set("route", NEW_PASSKEY_CHALLENGE.path);
    await readFields(c, NEW_PASSKEY_CHALLENGE.body);
    const person = signedInThemselves(own(c));
    const options = await registrationOptions(deps.passkeys, person);
    await deps.challenges.issue(options.challenge, person.id, deps.now());
    return json(c, 200, { options });
  });

  app.post(NEW_PASSKEY.path, async (c) => {
    c.set("route", NEW_PASSKEY.path);
    const { response } = await readFields(c, NEW_PASSKEY.body);
    const key = await refusedKindly(desk, c, c.var.actor.id, (take) =>
      verifyNewPasskey(deps.passkeys, response, take),
    );
    const name = deviceOf(desk, c).browser;
    return json(c, 200, await addPasskey.run(own(c), { ...key, name }));
  });
}
