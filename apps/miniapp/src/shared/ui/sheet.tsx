import { createPortal } from "react-dom";
import { useEffect, useRef, type ReactNode } from "react";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { useCloseHandler } from "../telegram/back-button.ts";
import { keepFocus } from "./keep-focus.ts";
import { dismissToast } from "./toast-store.ts";
import "./sheet.css";

type Props = {
  title: string;
  caption?: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  testId?: string;
};

/** A thing over its list; the back button and a tap beside it close it. In a wide window it stands at the right. */
export function Sheet({ title, caption, onClose, children, footer, testId }: Props) {
  const words = useWords(shellWords);
  const place = useRef<HTMLElement>(null);
  useCloseHandler(onClose);
  useEffect(() => {
    const before = document.activeElement;
    dismissToast();
    place.current?.focus();
    document.body.style.overflow = "hidden";
    return () => {
      document.body.style.overflow = "";
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // Apart from the page: a row that contains its drawing would cut the sheet.
  return createPortal(
    <div className="sheet-shade" onClick={(event) => event.target === event.currentTarget && onClose()}>
      <section
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={keepFocus}
        ref={place}
        data-testid={testId}
      >
        <header className="sheet-head">
          <div>
            {caption !== undefined && <p className="cap">{caption}</p>}
            <h2>{title}</h2>
          </div>
          <button type="button" className="sheet-close" aria-label={words.close} onClick={onClose}>
            ✕
          </button>
        </header>
        <div className="sheet-body">{children}</div>
        {footer !== undefined && <footer className="sheet-footer">{footer}</footer>}
      </section>
    </div>,
    document.body,
  );
}
