import type { ReactNode } from "react";
import { Action } from "./action.tsx";
import "./notice-block.css";

type Props = {
  title: string;
  line?: ReactNode;
  requestId?: string;
  action?: { readonly text: string; readonly onPress: () => void };
  testId?: string;
};

/** An empty, failed or closed place: what it is, what to do. */
export function NoticeBlock({ title, line, requestId, action, testId }: Props) {
  return (
    <section className="notice-block" data-testid={testId}>
      <h2>{title}</h2>
      {line !== undefined && <p className="muted">{line}</p>}
      {requestId !== undefined && <p className="notice-block-request">{requestId}</p>}
      {action && <Action onPress={action.onPress}>{action.text}</Action>}
    </section>
  );
}
