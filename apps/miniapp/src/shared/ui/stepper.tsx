import "./stepper.css";

type Props = {
  label: string;
  text: string;
  onLess: () => void;
  onMore: () => void;
  canLess: boolean;
  canMore: boolean;
};

export function Stepper({ label, text, onLess, onMore, canLess, canMore }: Props) {
  return (
    <div className="stepper" role="group" aria-label={label}>
      <button type="button" onClick={onLess} disabled={!canLess} aria-label={`${label} −`}>
        −
      </button>
      <output>{text}</output>
      <button type="button" onClick={onMore} disabled={!canMore} aria-label={`${label} +`}>
        +
      </button>
    </div>
  );
}
