import "./progress-bar.css";

type Props = { label: string; pct: string | null; planned?: string | null; tone?: "green" | "amber" | "red" };

const share = (pct: string | null) => Math.min(100, Math.max(0, Number(pct ?? "0")));

/** The thin line: fact, and a notch where the plan stands; `label` names what is measured. */
export function ProgressBar({ label, pct, planned = null, tone }: Props) {
  return (
    <div
      className={`progress-bar${tone ? ` progress-bar-${tone}` : ""}`}
      role="progressbar"
      aria-label={label}
      aria-valuenow={share(pct)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ transform: `scaleX(${share(pct) / 100})` }} />
      {planned !== null && <b style={{ left: `${share(planned)}%` }} />}
    </div>
  );
}
