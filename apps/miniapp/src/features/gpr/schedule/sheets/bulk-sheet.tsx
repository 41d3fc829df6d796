import type { GprContent, GprEdit } from "@stsphera/contracts";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { DEPARTMENTS } from "@stsphera/rbac";
import { useState } from "react";
import { TextField } from "../../../../kit/form/text-field.tsx";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { Stepper } from "../../../../shared/ui/stepper.tsx";
import type { BoardRow } from "../board/layout.ts";
import { bulkWords } from "../bulk-words.ts";
import { type Bulk, shiftEdits } from "../model/bulk.ts";
import type { DayRule } from "../model/calendar.ts";
import type { Edits } from "../use-edits.ts";
import { useOwners } from "./use-owners.ts";

type Props = {
  content: GprContent;
  bulk: Bulk;
  rows: readonly BoardRow[];
  rule: DayRule;
  edits: Edits;
  onClose: () => void;
  onSaved: () => void;
};

/** One change of all chosen rows. */
export default function BulkSheet({ content, bulk, rows, rule, edits, onClose, onSaved }: Props) {
  const words = useWords(bulkWords);
  const captions = DEPARTMENT_CAPTIONS[useLocale()];
  const owners = useOwners(content);
  const [department, setDepartment] = useState(rows[0]?.department ?? "construction");
  const [owner, setOwner] = useState(String(rows[0]?.ownerId ?? ""));
  const [days, setDays] = useState(1);
  const [refusal, setRefusal] = useState<string | null>(null);
  const seen = rows.map(({ key, version }) => ({ key, version }));
  const editsFor = (): GprEdit[] => {
    if (bulk === "shift") return shiftEdits(rows, days, rule);
    const fields = bulk === "department" ? { department } : { ownerId: owner === "" ? null : Number(owner) };
    return [{ do: "set", rows: seen, fields }];
  };
  const save = async () => {
    setRefusal(null);
    try {
      await edits.edit(editsFor());
      onSaved();
      edits.say(words.changed(rows.length));
    } catch (error) {
      setRefusal(errorSentence(error));
    }
  };
  return (
    <Sheet
      title={words[bulk]}
      caption={words.chosen(rows.length)}
      onClose={onClose}
      testId="bulk-sheet"
      footer={
        <ActionBar
          text={words.save}
          enabled={bulk !== "shift" || days !== 0}
          busy={edits.state === "saving"}
          onPress={() => void save()}
          testId="bulk-save"
        />
      }
    >
      {bulk === "department" && (
        <TextField
          name="department"
          label={words.department}
          value={department}
          options={DEPARTMENTS.map((value) => ({ value, text: captions[value] }))}
          onChange={(value) => setDepartment(DEPARTMENTS.find((one) => one === value) ?? department)}
        />
      )}
      {bulk === "owner" && (
        <TextField name="owner" label={words.owner} value={owner} options={owners} onChange={setOwner} />
      )}
      {bulk === "shift" && (
        <>
          <Stepper
            label={words.shiftBy}
            text={days > 0 ? `+${days}` : String(days).replace("-", "−")}
            canLess={days > -1000}
            canMore={days < 1000}
            onLess={() => setDays(days - 1)}
            onMore={() => setDays(days + 1)}
          />
          <p className="muted">{words.shiftHelp}</p>
        </>
      )}
      {refusal !== null && (
        <p className="form-refusal" role="alert">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
