import type { ReactNode } from "react";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { goBack, hasOwnArrow, useIsRoot } from "../navigation.ts";
import { useSide } from "./side.ts";
import "./page-header.css";

export function PageHeader({ title, aside }: { title: string; aside?: ReactNode }) {
  const words = useWords(shellWords);
  const isRoot = useIsRoot();
  const isBeside = useSide() !== null;
  return (
    <header className="page-header">
      {hasOwnArrow && !isRoot && !isBeside && (
        <button type="button" className="page-header-back" aria-label={words.back} onClick={goBack}>
          ←
        </button>
      )}
      <h1>{title}</h1>
      {aside}
    </header>
  );
}
