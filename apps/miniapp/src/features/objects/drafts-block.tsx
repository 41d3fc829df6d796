import { useQuery, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { newKey } from "../../shared/api/request.ts";
import { useSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { Link } from "../../shared/ui/link.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { createDraft, deleteDraft, DRAFTS_KEY, getDraft, listDrafts } from "./api/draft-requests.ts";
import { createsObjects } from "./creates-objects.ts";
import { forgetMirror } from "./wizard/draft-mirror.ts";
import { draftsWords } from "./drafts-words.ts";
import { draftAddress, WIZARD_STEPS, wizardStep } from "./wizard/wizard-steps.ts";
import "./drafts-block.css";

/** Own drafts on top of the objects, and the way to a new one; only for whom objects are made. */
export function DraftsBlock() {
  const words = useWords(draftsWords);
  const shell = useWords(shellWords);
  const client = useQueryClient();
  const session = useSession();
  const role = session.kind === "active" ? session.user.role : null;
  const creates = createsObjects(role);
  const drafts = useQuery({ queryKey: DRAFTS_KEY, queryFn: listDrafts, enabled: creates });
  if (!creates) return null;
  const again = () => client.invalidateQueries({ queryKey: DRAFTS_KEY });
  const restore = async (kept: Parameters<typeof createDraft>[0]) => {
    try {
      await createDraft(kept, newKey());
    } catch (error) {
      showToast(errorSentence(error));
    }
    await again();
  };
  const discard = async (id: number) => {
    try {
      const { data, step } = await getDraft(id);
      await deleteDraft(id);
      forgetMirror(id);
      showToast(words.discarded, {
        text: shell.undo,
        onPress: () => void restore({ data, step }),
        testId: "toast-undo",
      });
    } catch (error) {
      showToast(errorSentence(error));
    }
    await again();
  };
  const open = drafts.data?.items.filter(({ objectId }) => objectId === null) ?? [];
  return (
    <div className="section">
      {open.map(({ id, name, step }) => (
        <div key={id} className="card draft" data-testid={`draft-${id}`}>
          <Link to={draftAddress(id, wizardStep(step))} className="draft-link">
            <b>{name ?? words.noName}</b>
            <span className="muted">{words.draft(wizardStep(step), WIZARD_STEPS)}</span>
            <span className="draft-continue">{words.continue}</span>
          </Link>
          <button
            type="button"
            className="plain-button"
            aria-label={`${words.discard}: ${name ?? words.noName}`}
            onClick={() => void discard(id)}
            data-testid={`discard-${id}`}
          >
            {words.discard}
          </button>
        </div>
      ))}
      <Link to="/objects/new" className="action action-quiet" testId="new-object">
        {words.create}
      </Link>
    </div>
  );
}
