import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { TextField } from "../../../kit/form/text-field.tsx";
import { ApiError } from "../../../shared/api/api-error.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { newKey, write } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { listGprTemplates } from "../api/gpr-requests.ts";
import { beginWords } from "./begin-words.ts";
import { TemplateField } from "./template-field.tsx";

type Source = "template" | "active" | "forecast" | "empty";

type Props = { objectId: number; hasActive: boolean; onClose: () => void };

/** Begins the next version of an object's schedule and opens it. */
export default function BeginSheet({ objectId, hasActive, onClose }: Props) {
  const words = useWords(beginWords);
  const client = useQueryClient();
  const templates = useQuery({ queryKey: queryKeys.gprTemplates(), queryFn: listGprTemplates });
  const sources: readonly Source[] = hasActive
    ? ["forecast", "active", "template", "empty"]
    : ["template", "empty"];
  const [from, setFrom] = useState<Source>(sources[0] ?? "template");
  const [template, setTemplate] = useState<string | null>(null);
  const [startOn, setStartOn] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const change = (act: () => void) => {
    key.current = newKey();
    setRefusal(null);
    act();
  };
  const create = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const body = {
        from,
        ...(from === "template" && template !== null ? { template } : {}),
        ...(startOn === "" ? {} : { startOn }),
      };
      const path = `/api/objects/${objectId}/gpr/versions`;
      const { id } = await write("POST", path, { body, key: key.current }, (c) => c.gprCreated);
      hapticSuccess();
      showToast(words.created);
      onClose();
      await client.invalidateQueries();
      goTo(`/gpr/${id}/schedule`);
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={words.title}
      onClose={onClose}
      testId="begin-sheet"
      footer={
        <ActionBar
          text={words.create}
          enabled={from !== "template" || template !== null}
          busy={busy}
          onPress={() => void create()}
          testId="begin-create"
        />
      }
    >
      <Chips label={words.from}>
        {sources.map((one) => (
          <Chip
            key={one}
            pressed={from === one}
            onPress={() => change(() => setFrom(one))}
            testId={`begin-${one}`}
          >
            {words.sources[one]}
          </Chip>
        ))}
      </Chips>
      {from === "template" && (
        <TemplateField
          templates={templates.data?.templates ?? []}
          chosen={template}
          onChoose={(code) => change(() => setTemplate(code))}
        />
      )}
      {from === "template" && templates.error !== null && (
        <p className="form-refusal" role="alert">
          {errorSentence(templates.error)}
        </p>
      )}
      <TextField
        name="startOn"
        type="date"
        label={words.startOn}
        value={startOn}
        onChange={(day) => change(() => setStartOn(day))}
      />
      <p className="muted">{words.startHint}</p>
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="begin-refusal">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
