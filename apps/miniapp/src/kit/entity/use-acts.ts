import type { Form } from "@stsphera/contracts/forms";
import { useQueryClient } from "@tanstack/react-query";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { useEffect, useRef, useState } from "react";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { newKey } from "../../shared/api/request.ts";
import type { Method } from "../../shared/api/send.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { hapticSuccess } from "../../shared/telegram/haptics.ts";
import { showToast } from "../../shared/ui/toast-store.ts";
import { queuedFiles } from "../../shared/offline/queued-files.ts";
import { actOrQueue } from "../../shared/offline/send-or-queue.ts";
import type { NewItem } from "../../shared/offline/queue-item.ts";
import { dropRefused } from "../../shared/offline/queue.ts";
import type { SentForm } from "../form/form-sheet-props.ts";

export type ActRequest = {
  readonly method: Exclude<Method, "GET">;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What is said of an act that is done. The captions come with the first act: no page needs them before. */
const doneText = (locale: Locale, feature: string, action: string): Promise<string> =>
  import("../form/form-captions.ts").then(
    ({ captionAt }) => captionAt(locale, "done", feature, action) ?? "",
    // Without a network and not fetched yet: the act goes its way all the same.
    () => "",
  );

type Acting<Action extends string> = {
  /** Of the forms, as captions name it: `task`. */
  readonly feature: string;
  readonly forms: Readonly<Record<Action, Form<never>>>;
  readonly requestOf: (action: Action, input: Readonly<Record<string, unknown>>) => ActRequest;
  /** Takes back the act that was just done, where its form says that it can be. */
  readonly undo?: Action;
  /** What the queue says of an act that waits for a network, and the page that shows it. */
  readonly about?: {
    readonly title: string;
    readonly href: string;
    readonly caption: (action: Action) => string;
  };
};

/**
 * What may be done with a thing: sends the act under its key, says that it is done with the way back beside it, and reads
 * everything anew that may show it. A refusal throws where a sheet shows it, and is told where no sheet is open.
 */
export function useActs<Action extends string>({ feature, forms, requestOf, undo, about }: Acting<Action>) {
  const client = useQueryClient();
  const locale = useLocale();
  const shell = useWords(shellWords);
  const [busy, setBusy] = useState(false);
  const latest = useRef(requestOf);
  useEffect(() => {
    latest.current = requestOf;
  });

  function itemOf(
    action: Action,
    input: Readonly<Record<string, unknown>>,
    key: string,
    said: string,
    form?: SentForm,
  ): NewItem {
    const line = about?.caption(action) ?? said;
    const href = about?.href ?? window.location.pathname;
    const item = { key, ...latest.current(action, input) };
    const thing = action === "comment" ? ("comment" as const) : ("act" as const);
    const describe = { thing, title: about?.title ?? line, line, href, about: href };
    if (form === undefined) return { ...item, describe };
    const { draft, answers, objectId, photos, photosAs } = form;
    return {
      ...item,
      describe: { ...describe, href: `${href}?act=${action}`, draft: { name: draft, answers } },
      files: queuedFiles(photos, objectId),
      filesAs: photosAs,
    };
  }

  async function send(
    action: Action,
    input: Readonly<Record<string, unknown>>,
    key: string,
    form?: SentForm,
  ): Promise<void> {
    const said = await doneText(locale, feature, action);
    const arrived = await actOrQueue(itemOf(action, input, key, said, form)).finally(() => {
      // A refusal, too, may mean that somebody else was quicker.
      void client.invalidateQueries();
    });
    if (form !== undefined) await dropRefused(form.draft);
    if (!arrived) return;
    hapticSuccess();
    const takeBack = forms[action].undo === true && undo !== undefined ? undo : undefined;
    showToast(
      said === "" ? (about?.caption(action) ?? "") : said,
      takeBack === undefined
        ? undefined
        : { text: shell.undo, onPress: () => void now(takeBack), testId: "toast-undo" },
    );
  }

  /** An act that asks nothing. */
  async function now(action: Action): Promise<void> {
    setBusy(true);
    try {
      await send(action, {}, newKey());
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      setBusy(false);
    }
  }

  return { busy, now, send };
}
