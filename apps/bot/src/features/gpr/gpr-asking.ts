import { shortHash } from "@stsphera/core/cards/gpr";
import type { GprCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { HASH_DIGITS } from "@stsphera/contracts/gpr/forms";
import { ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import { line } from "@stsphera/telegram";
import type { Entity } from "../../engine/entity/entity.ts";

type Asking = NonNullable<Entity<GprCard>["asking"]>;

const missing = ({ signatures }: GprCard) => signatures.filter(({ signedAt }) => signedAt === null);

/** What is shown before a signature, and the values of the questions. */
export const gprAsking: Asking = {
  facts: ({ turn, card, state }) => {
    if (state.form !== "sign") return [];
    const { t } = turn;
    const { id: me } = turn.person();
    const absent = missing(card).find(({ yours, signer }) => yours && signer.id !== me);
    const own = missing(card).some(({ yours, signer }) => yours && signer.id === me);
    return [
      line(t("gpr.sign.rows"), String(card.mine.rows)),
      line(t("gpr.sign.content"), card.hash === null ? null : shortHash(card.hash)),
      line(t("gpr.sign.behalf"), own || absent === undefined ? null : shortName(absent.signer.fullName)),
    ];
  },
  options: async ({ turn, card }, from) => {
    if (from === "hash") {
      const { hash } = card;
      return hash === null ? [] : [{ value: hash.slice(0, HASH_DIGITS), caption: turn.t("gpr.sign.yes") }];
    }
    return missing(card).map(({ role, signer }) => ({
      value: role,
      caption: `${ROLE_CAPTIONS[turn.locale][role]} · ${shortName(signer.fullName)}`,
    }));
  },
};
