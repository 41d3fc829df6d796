import type { Introduction } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { gateWords } from "../gate-words.ts";

/** What the invitation that a person came by offers, and who adds them. */
export function InvitedLines({ invitation }: Pick<Introduction, "invitation">) {
  const words = useWords(gateWords);
  const captions = useWords(roleCaptions);
  if (invitation === null) return null;
  const { object, role, crew, invitedBy } = invitation;
  return (
    <Lines>
      <Line label={words.object} testId="invited-object">
        {object.name}
      </Line>
      <Line label={words.role}>{captions[role]}</Line>
      {crew !== null && <Line label={words.crew}>{crew}</Line>}
      <Line label={words.invitedBy} testId="invited-by">
        {shortName(invitedBy)}
      </Line>
    </Lines>
  );
}
