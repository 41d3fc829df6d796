import { Component, type ReactNode } from "react";
import { currentLocale } from "../shared/i18n/locale.ts";
import { shellWords } from "../shared/i18n/shell-words.ts";
import { NoticeBlock } from "../shared/ui/notice-block.tsx";

type Props = { children: ReactNode };

/** A screen that broke, or a part of the app that did not arrive, says so and can be opened again. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const words = shellWords[currentLocale()];
    const reload = () => window.location.reload();
    const action = { text: words.retry, onPress: reload };
    return <NoticeBlock title={words.error.unexpected} line={error.message} action={action} testId="error" />;
  }
}
