import type { ReactNode } from "react";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { goBack, hasOwnArrow, useIsRoot } from "../navigation.ts";
import "./page-header.css";

export function PageHeader({ title, aside }: { title: string; aside?: ReactNode }) {
  const words = useWords(shellWords);
  const isRoot = useIsRoot();
  return (
    <header className="page-header">
      {hasOwnArrow && !isRoot && (
        <button type="button" className="page-header-back" aria-label={words.back} onClick={goBack}>
          ←
        </button>
      )}
      <h1>{title}</h1>
      {aside}
    </header>
  );
}
