import {
  type Answers,
  answersToInput,
  type Field,
  fieldsOf,
  type Form,
  withoutDependents,
} from "@stsphera/contracts/forms";
import { useRef, useState } from "react";
import { ApiError } from "../../shared/api/api-error.ts";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { newKey } from "../../shared/api/request.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Sheet } from "../../shared/ui/sheet.tsx";
import { usePhotos } from "../photos/use-photos.ts";
import { FieldView } from "./field-view.tsx";
import { draftOf, dropDraft, keepDraft } from "./drafts.ts";
import { answersToSend, initialAnswers, isComplete, shownFields } from "./form-answers.ts";
import { captionAt, fieldLabel } from "./form-captions.ts";
import type { FormSheetProps } from "./form-sheet-props.ts";
import { formWords } from "./form-words.ts";
import "./form.css";

const NOBODY = () => [];

/** Asks everything that a form asks, in one sheet; what the server refuses is told here and nothing typed is lost. */
export default function WholeFormSheet<C extends object>(props: FormSheetProps<C>) {
  const { form, card, scope, draft, given = {}, objectId = 0, people = NOBODY, options = NOBODY } = props;
  const locale = useLocale();
  const words = useWords(formWords);
  const photos = usePhotos(objectId);
  const [answers, setAnswers] = useState(() => initialAnswers(form, card, { ...given, ...draftOf(draft) }));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const sent = photos.photos.filter(({ state }) => state === "sent" || state === "kept").length;
  const onTheirWay = photos.photos.some(({ state }) => state === "preparing" || state === "sending");
  const missing = form.ready?.(card, photos.photos.filter(({ state }) => state !== "alien").length) ?? [];

  const answer = (name: string, value: unknown) => {
    const kept = answers[name] === value ? answers : withoutDependents(form as Form<never>, name, answers);
    const next = { ...kept, [name]: value };
    keepDraft(draft, next);
    key.current = newKey();
    setRefusal(null);
    setAnswers(next);
  };
  const send = async () => {
    setBusy(true);
    try {
      const { fileIds, rest } = await photos.take();
      const alone = (name: string) => captionAt(locale, "ask", scope, name, "alone") ?? "";
      const said = Object.fromEntries(
        Object.entries(answers).map(([name, value]) => [name, value === "" ? null : (value ?? null)]),
      );
      const toSend = answersToSend(form, card, fillWords(form, said, fileIds.length + rest.length));
      const input = answersToInput(form as Form<never>, toSend, { fileIds, alone });
      const photosAs = fieldsOf(form).find(({ kind }) => kind === "photos")?.name ?? "";
      await props.onSend(input, key.current, { draft, answers, objectId, photos: rest, photosAs });
      dropDraft(draft);
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  const enabled = isComplete(form, card, answers, sent) && !onTheirWay;
  return (
    <Sheet
      title={props.title}
      {...(props.caption === undefined ? {} : { caption: props.caption })}
      onClose={props.onClose}
      testId="form-sheet"
      footer={
        <ActionBar
          text={onTheirWay ? words.photosOnTheirWay : props.send}
          enabled={enabled}
          busy={busy}
          onPress={() => void send()}
          testId="send-form"
        />
      }
    >
      <div className="stack">
        {shownFields(form, card, answers).map((field) => (
          <FieldView
            key={field.name}
            scope={scope}
            today={props.today}
            people={people}
            options={options}
            photos={photos}
            field={field as Field<never>}
            label={fieldLabel(locale, scope, field.name)}
            answer={answers[field.name]}
            answers={answers}
            card={card}
            onAnswer={(value) => answer(field.name, value)}
          />
        ))}
        {missing.map(({ what, count }) => (
          <p key={what} className="form-missing" data-testid={`missing-${what}`}>
            {what === "items" ? words.missing.items(count) : words.missing.photos(count)}
          </p>
        ))}
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="form-refusal">
            {refusal}
          </p>
        )}
      </div>
    </Sheet>
  );
}

/** Photos that go along with words may go alone: the words are then empty, and get their own caption. */
function fillWords<C>(form: Form<C>, answers: Answers, photos: number): Answers {
  const beside = (form.asks ?? []).find((field) => field.kind === "photos" && field.beside !== undefined);
  if (photos === 0 || beside?.kind !== "photos" || beside.beside === undefined) return answers;
  return { ...answers, [beside.beside]: answers[beside.beside] ?? "" };
}
