import type { GprCard } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip } from "../../../shared/ui/chip.tsx";
import { signWords } from "./sign-words.ts";

type Props = { gpr: GprCard; ticking: boolean; onTick: () => void; onSign: () => void };

/** Signs for the reader: the own signature, or that of somebody absent. */
export const awaitsReader = ({ can, signatures }: GprCard): boolean =>
  can.actions.includes("sign") && signatures.some(({ yours, signedAt }) => yours && signedAt === null);

/** What a signer does about a version. */
export function SignBar({ gpr, ticking, onTick, onSign }: Props) {
  const words = useWords(signWords);
  if (!awaitsReader(gpr) && !gpr.can.actions.includes("remark")) return null;
  return (
    <div className="edit-bar">
      <div className="board-line" data-testid="sign-bar">
        <div className="chips" role="group" aria-label={words.bar}>
          {awaitsReader(gpr) && (
            <Chip primary onPress={onSign} testId="gpr-sign">
              {words.sign}
            </Chip>
          )}
          {gpr.can.actions.includes("remark") && (
            <Chip pressed={ticking} onPress={onTick} testId="gpr-tick">
              {words.remark}
            </Chip>
          )}
        </div>
      </div>
    </div>
  );
}
