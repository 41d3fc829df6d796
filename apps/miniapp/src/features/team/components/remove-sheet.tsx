import { useRef, useState } from "react";
import { giveTasks, giveTasksBack } from "../../../kit/hand-over/hand-over.ts";
import { HandOverChoice, useHandOver } from "../../../kit/hand-over/hand-over-choice.tsx";
import { HeirChoice } from "../../../kit/hand-over/heir-choice.tsx";
import { handOverWords } from "../../../kit/hand-over/hand-over-words.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import type { Member } from "../api/team-requests.ts";
import { teamWords } from "../team-words.ts";
import { useLedZones } from "../use-led-zones.ts";
import { useTeamSave } from "../use-team-save.ts";

type Props = { objectId: number; member: Member; onClose: () => void };

/** Removes a member, who hands their tasks and zones over; the toast puts them back, with the tasks and the zones. */
export function RemoveSheet({ objectId, member: { userId, fullName }, onClose }: Props) {
  const words = useWords(teamWords);
  const { reason, back } = useWords(handOverWords);
  const save = useTeamSave(objectId);
  const handOver = useHandOver(objectId, userId);
  const zones = useLedZones(objectId, userId);
  const [heir, setHeir] = useState<number | null>(null);
  const [foreman, setForeman] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const remove = async () => {
    setBusy(true);
    try {
      if (heir !== null)
        await giveTasks(objectId, handOver.movable, { assigneeId: heir, reason: reason(fullName) });
      const given = foreman === null ? [] : [{ from: userId, to: foreman }];
      const giveBack = async () => {
        if (heir === null) return;
        const again = { from: heir, to: userId, reason: back(fullName) };
        await giveTasksBack(objectId, handOver.movable, again);
      };
      const change = { userId, roles: [], zones: given, onBack: giveBack };
      await save(change, words.removed(fullName), key.current);
      onClose();
    } catch (error) {
      setRefusal(errorSentence(error));
      key.current = newKey();
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={words.removeTitle}
      caption={fullName}
      onClose={onClose}
      testId="remove-sheet"
      footer={
        <ActionBar
          text={words.remove}
          enabled={handOver.isKnown && zones !== undefined}
          busy={busy}
          onPress={() => void remove()}
          testId="remove-member"
        />
      }
    >
      <div className="stack">
        <p className="muted">{words.removeLine}</p>
        <HandOverChoice {...handOver} chosen={heir} mayStay onChoose={setHeir} />
        {zones !== undefined && zones.names.length > 0 && (
          <HeirChoice
            people={zones.heirs}
            question={words.zonesToWhom(zones.names.length, zones.names.join(", "))}
            nobody={words.zonesToNobody}
            chosen={foreman}
            onChoose={setForeman}
            testId="zones-heir"
          />
        )}
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="form-refusal">
            {refusal}
          </p>
        )}
      </div>
    </Sheet>
  );
}
