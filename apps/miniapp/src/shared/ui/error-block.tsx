import { ApiError, NetworkError } from "../api/api-error.ts";
import { errorSentence } from "../api/error-sentence.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { goTo } from "../navigation.ts";
import { NoticeBlock } from "./notice-block.tsx";

type Sentence = { readonly title: string; readonly line?: string };

function sentenceFor(error: Error, words: (typeof shellWords)["ru"]): Sentence {
  if (error instanceof NetworkError) return { title: words.offline.title, line: words.offline.nothing };
  if (!(error instanceof ApiError)) return { title: words.error.title };
  if (error.status === 404) return { title: words.error.missing, line: words.error.missingLine };
  if (error.status === 403) return { title: words.error.forbidden, line: words.error.forbiddenLine };
  if (error.status >= 502) return { title: words.error.server, line: words.error.serverLine };
  if (error.status === 429) return { title: words.error.title, line: words.error.rate };
  return { title: words.error.title, line: errorSentence(error) };
}

/** A failed read. It never looks like an empty one. */
export function ErrorBlock({ error, onRetry, title }: { error: Error; onRetry: () => void; title?: string }) {
  const words = useWords(shellWords);
  const sentence = sentenceFor(error, words);
  const requestId = error instanceof ApiError && error.requestId !== "" ? error.requestId : undefined;
  // What is not there will not come by asking again.
  const isMissing = error instanceof ApiError && error.status === 404;
  const home = { text: words.error.home, onPress: () => goTo("/", true) };
  return (
    <NoticeBlock
      title={title ?? sentence.title}
      {...(sentence.line === undefined ? {} : { line: sentence.line })}
      {...(requestId === undefined ? {} : { requestId: words.error.request(requestId) })}
      action={isMissing ? home : { text: words.retry, onPress: onRetry }}
      testId="error"
    />
  );
}
