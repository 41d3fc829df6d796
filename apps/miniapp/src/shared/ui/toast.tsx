import { dismissToast, useToast } from "./toast-store.ts";
import "./toast.css";

export function ToastPlace() {
  const toast = useToast();
  const press = () => {
    dismissToast();
    toast?.action?.onPress();
  };
  return (
    <div className="toast-place" aria-live="polite">
      {toast && (
        <div className="toast" key={toast.id} data-testid="toast">
          <span>{toast.text}</span>
          {toast.action && (
            <button type="button" onClick={press} data-testid={toast.action.testId}>
              {toast.action.text}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
