import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { useSession } from "../../../shared/api/session.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { useClosingConfirmation } from "../../../shared/telegram/closing.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { ErrorBlock } from "../../../shared/ui/error-block.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { beginSchedule, completeDraft, listWorkTypes } from "../api/draft-requests.ts";
import type { SaveState } from "./draft-saver.ts";
import { lacksOf } from "./missing.ts";
import { StepContract } from "./step-contract.tsx";
import { StepTeam } from "./step-team.tsx";
import type { DraftStep } from "./typed-draft.ts";
import { useDraft } from "./use-draft.ts";
import { draftAddress, WIZARD_STEPS } from "./wizard-steps.ts";
import { wizardWords } from "./wizard-words.ts";
import "../../../kit/form/form.css";
import "./wizard.css";

/** The third step brings the grid of volumes: it comes while the first is filled in. */
const loadBuilding = () => import("./step-building.tsx");
const StepBuilding = lazy(async () => ({ default: (await loadBuilding()).StepBuilding }));
const StepSchedule = lazy(async () => ({ default: (await import("./step-schedule.tsx")).StepSchedule }));
const STEPS = ["contract", "team", "building", "schedule"] as const;
const STORED: Readonly<Record<(typeof STEPS)[number], DraftStep>> = {
  contract: 1,
  team: 2,
  building: 3,
  schedule: 5,
};

function SaveLine({ save }: { save: SaveState }) {
  const words = useWords(wizardWords);
  const text = save.kind === "refused" ? errorSentence(save.error) : words[save.kind];
  return (
    <p
      className={save.kind === "refused" ? "form-refusal" : "dim"}
      aria-live="polite"
      data-testid="save-state"
    >
      {text}
    </p>
  );
}

/** A new object in four steps; each is saved as it is typed, and may be left at any time. */
export function WizardPage() {
  const words = useWords(wizardWords);
  const client = useQueryClient();
  const session = useSession();
  const { get } = useQueryState();
  const draftId = Number(get("draft")) || null;
  const works = useQuery({ queryKey: ["work-types"], queryFn: listWorkTypes });
  const { loaded, error, save, change, retry } = useDraft(draftId, works.data?.items);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => void loadBuilding().catch(reportError), []);
  useClosingConfirmation(save.kind === "waiting" || save.kind === "refused");
  if (error !== null) return <ErrorBlock error={error} onRetry={retry} />;
  if (loaded === null) return <Skeleton rows={6} />;
  const { typed, saver } = loaded;
  const at = Math.min(Math.max(Number(get("step")) || 1, 1), WIZARD_STEPS);
  const here = STEPS[at - 1] ?? "contract";
  const following = STEPS[at];
  const address = (step: number) => draftAddress(draftId, step);
  const leads = session.kind === "active" && session.user.role === "project_manager";
  const lacks = lacksOf(typed, works.data?.items ?? [], leads);
  const goOn = () => {
    const stored = following === undefined ? undefined : STORED[following];
    if (stored !== undefined) change({}, stored);
    goTo(address(at + 1));
    window.scrollTo(0, 0);
  };
  /** The object stands whatever becomes of its schedule: that can be begun on its page. */
  const begin = async (objectId: number): Promise<string> => {
    const { schedule } = typed;
    if (schedule.template === "") return words.made;
    try {
      await beginSchedule(objectId, schedule, newKey());
      return words.made;
    } catch (failure) {
      return words.scheduleNotMade(errorSentence(failure));
    }
  };
  const create = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const draft = await saver.flush();
      if (draft === null) return;
      const { id } = await completeDraft(draft.id, draft.version, newKey());
      const said = await begin(id);
      await client.invalidateQueries();
      hapticSuccess();
      showToast(said);
      goTo(`/objects/${id}`, true);
    } catch (failure) {
      setRefusal(errorSentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="wizard">
      <PageHeader title={words.title} />
      <div className="section">
        <div className="spread">
          <b data-testid="wizard-step">{words.step(at, WIZARD_STEPS)}</b>
          <SaveLine save={save} />
        </div>
        <ProgressBar label={words.progress} pct={String((at / WIZARD_STEPS) * 100)} />
        <nav className="chips" aria-label={words.progress}>
          {STEPS.map((step, index) => (
            <Link
              key={step}
              to={address(index + 1)}
              replace
              className="chip"
              current={step === here}
              testId={`step-${index + 1}`}
            >
              {words.steps[step]}
            </Link>
          ))}
        </nav>
      </div>
      {here === "contract" && (
        <StepContract
          object={typed.object}
          onChange={(part) => change({ object: { ...typed.object, ...part } }, 1)}
        />
      )}
      {here === "team" && (
        <StepTeam
          typed={typed}
          onMembers={(members) => change({ members }, 2)}
          onManager={(projectManagerId) => change({ object: { ...typed.object, projectManagerId } }, 1)}
        />
      )}
      {here === "building" && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <StepBuilding
            typed={typed}
            works={works.data?.items ?? []}
            onPlaces={(part) => change(part, 3, 4)}
            onCells={(part) =>
              change(part, ...(part.works.length === typed.works.length ? [] : [3 as const]), 4)
            }
          />
        </Suspense>
      )}
      {here === "schedule" && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <StepSchedule typed={typed} onChange={(schedule) => change({ schedule }, 5)} />
        </Suspense>
      )}
      {following === undefined && (
        <div className="section">
          {lacks.length > 0 && (
            <div className="card stack" data-testid="lacks">
              <b>{words.missing}</b>
              {lacks.map(({ what, step }) => (
                <Link key={what} to={address(step)} className="wizard-lack" replace>
                  {words.missingWhat[what]}
                </Link>
              ))}
            </div>
          )}
          {refusal !== null && (
            <p className="form-refusal" role="alert" data-testid="wizard-refusal">
              {words.refused}. {refusal}
            </p>
          )}
        </div>
      )}
      <ActionBar
        ofPage
        text={following === undefined ? words.make : words.next(words.steps[following])}
        enabled={following !== undefined || lacks.length === 0}
        busy={busy}
        onPress={() => (following === undefined ? void create() : goOn())}
        testId={following === undefined ? "make-object" : "next-step"}
      />
    </div>
  );
}
