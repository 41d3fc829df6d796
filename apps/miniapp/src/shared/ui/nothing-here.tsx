import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { goTo } from "../navigation.ts";
import { NoticeBlock } from "./notice-block.tsx";
import { PageHeader } from "./page-header.tsx";

const OWN_WORDS = {
  ru: {
    title: "Нет такой страницы",
    line: "Адрес набран с ошибкой, или страницы больше нет. Всё, что вам открыто, есть на сводке",
  },
  en: {
    title: "There is no such page",
    line: "The address has a mistake, or the page is gone. All that is open to you is on the overview",
  },
};

/** An address that no page has: it says so and leads on. */
export function NothingHere() {
  const words = useWords(OWN_WORDS);
  const { home } = useWords(shellWords).error;
  return (
    <>
      <PageHeader title={words.title} />
      <NoticeBlock
        title={words.title}
        line={words.line}
        action={{ text: home, onPress: () => goTo("/", true) }}
        testId="nowhere"
      />
    </>
  );
}
