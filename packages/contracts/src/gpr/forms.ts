import { choice, forms, reason, words, worker } from "../forms/index.ts";
import type { GprCard } from "./gpr-card.ts";
import type { GprAction } from "./vocabulary.ts";

/** Digits of the hash by which a signature names what was read. */
export const HASH_DIGITS = 16;

/** Forms of the moves of a version. A signature is asked twice, as it is not taken back. */
export const gprForms = forms<GprCard, GprAction>()({
  send: {},
  recall: {},
  sign: { asks: [choice("hash", { from: "hash" })] },
  remark: { asks: [words("text", { max: 2000 })] },
  remind: {},
  agree: {},
  object: { asks: [reason()] },
  replace: { asks: [choice("role", { from: "roles", captions: "role" }), worker("signerId", "gpr.sign")] },
});
