import { useWords } from "../../../shared/i18n/locale.ts";
import { useClosingConfirmation } from "../../../shared/telegram/closing.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { setupWords } from "./setup-words.ts";

type Props = {
  changes: {
    readonly isChanged: boolean;
    readonly busy: boolean;
    readonly refusal: string | null;
    readonly meanwhile: object | null;
    readonly send: () => Promise<void>;
  };
  /** How a value that another person saved reads, by its name. */
  say?: (name: string, value: unknown) => string;
  enabled?: boolean;
};

/** Saves what was changed; says what another person changed meanwhile, and why something was refused. */
export function SaveBar({ changes, say, enabled = true }: Props) {
  const words = useWords(setupWords);
  const { isChanged, busy, refusal, meanwhile, send } = changes;
  useClosingConfirmation(isChanged);
  return (
    <>
      <div className="section">
        {meanwhile !== null && (
          <div className="card stack" role="alert" data-testid="changed-meanwhile">
            <b>{words.changedMeanwhile}</b>
            {say !== undefined &&
              Object.entries(meanwhile).map(([name, value]) => <span key={name}>{say(name, value)}</span>)}
            <span className="muted">{words.yoursKept}</span>
          </div>
        )}
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="save-refusal">
            {refusal}
          </p>
        )}
      </div>
      <ActionBar
        ofPage
        text={isChanged ? words.save : words.nothingChanged}
        enabled={isChanged && enabled}
        busy={busy}
        onPress={() => void send()}
        testId="save-setup"
      />
    </>
  );
}
