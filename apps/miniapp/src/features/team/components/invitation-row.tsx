import type { InvitationLink } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { sayDay } from "../../../shared/format/say-day.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark } from "../../../shared/ui/mark.tsx";
import { invitationWords } from "../invitation-words.ts";

type Props = { invitation: InvitationLink; onShow: () => void; onRevoke: () => void };

/** A link: for whom, until when, how many came; an open one is shown and revoked from here. */
export function InvitationRow({ invitation, onShow, onRevoke }: Props) {
  const words = useWords(invitationWords);
  const captions = useWords(roleCaptions);
  const locale = useLocale();
  const { id, role, crew, state, expiresAt, uses, maxUses, waiting, createdBy } = invitation;
  const isOpen = state === "open";
  return (
    <article className="card stack" data-testid={`invitation-${id}`}>
      <div className="spread">
        <b>{crew === null ? captions[role] : `${captions[role]} · ${crew.name}`}</b>
        <Mark tone={isOpen ? "green" : "muted"}>{words[state]}</Mark>
      </div>
      <span className="muted">
        {words.until(sayDay(dayOf(expiresAt), locale))} · {words.uses(uses, maxUses)}
      </span>
      {waiting > 0 && <span>{words.waiting(waiting)}</span>}
      <span className="muted">{words.by(shortName(createdBy.fullName, "initial"))}</span>
      {isOpen && (
        <div className="team-acts">
          <button
            type="button"
            className="plain-button"
            aria-label={words.showOf(captions[role])}
            onClick={onShow}
            data-testid={`show-link-${id}`}
          >
            {words.show}
          </button>
          <button
            type="button"
            className="plain-button"
            aria-label={words.revokeOf(captions[role])}
            onClick={onRevoke}
            data-testid={`revoke-link-${id}`}
          >
            {words.revoke}
          </button>
        </div>
      )}
    </article>
  );
}
