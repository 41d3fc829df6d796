import type { Answers, Form } from "@stsphera/contracts/forms";
import type { PhotoFile } from "../../shared/files/upload-photo.ts";
import type { FormSurroundings } from "./field-props.ts";

/** What goes along with the input, for an act that must wait on the phone. */
export type SentForm = {
  readonly draft: string;
  readonly answers: Answers;
  readonly objectId: number;
  /** Photos that are not on the server yet, and the field that lists them. */
  readonly photos: readonly PhotoFile[];
  readonly photosAs: string;
};

export type FormSheetProps<C extends object> = Pick<FormSurroundings, "scope" | "today"> &
  Partial<Pick<FormSurroundings, "people" | "options">> & {
    form: Form<C>;
    card: C;
    /** Of the photos; forms that ask for none may have no object. */
    objectId?: number;
    title: string;
    caption?: string;
    /** What the button says. */
    send: string;
    /** Names what is filled in: what was typed is there again when the sheet is opened once more. */
    draft: string;
    /** Answers that are given already. */
    given?: Answers;
    /** The key is that of the act: a repeat after silence is the same act. */
    onSend: (input: Readonly<Record<string, unknown>>, key: string, sent: SentForm) => Promise<void>;
    onClose: () => void;
  };
