import { type RefObject, useEffect, useRef } from "react";

/** How much a notch of the wheel changes the scale. */
const WHEEL = 0.0025;

const spread = ([one, other]: readonly Touch[]): number =>
  one === undefined || other === undefined
    ? 0
    : Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

/** Two fingers, or the wheel with Ctrl, change the scale about the place between them; `factor` is since the last call. */
export function usePinch(
  place: RefObject<HTMLElement | null>,
  active: boolean,
  onZoom: (factor: number, x: number) => void,
  onEnd: () => void,
): void {
  const latest = useRef({ onZoom, onEnd });
  useEffect(() => {
    latest.current = { onZoom, onEnd };
  });
  useEffect(() => {
    const element = place.current;
    if (element === null || !active) return undefined;
    let before = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const xIn = (clientX: number) => clientX - element.getBoundingClientRect().left;
    const start = ({ touches }: TouchEvent) => {
      before = touches.length === 2 ? spread([...touches]) : 0;
    };
    const move = (event: TouchEvent) => {
      const touches = [...event.touches];
      if (touches.length !== 2 || before === 0) return;
      event.preventDefault();
      const now = spread(touches);
      const [one, other] = touches;
      latest.current.onZoom(now / before, xIn(((one?.clientX ?? 0) + (other?.clientX ?? 0)) / 2));
      before = now;
    };
    const end = () => {
      if (before > 0) latest.current.onEnd();
      before = 0;
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current.onZoom(Math.exp(-event.deltaY * WHEEL), xIn(event.clientX));
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.onEnd(), 200);
    };
    element.addEventListener("touchstart", start, { passive: true });
    element.addEventListener("touchmove", move, { passive: false });
    element.addEventListener("touchend", end);
    element.addEventListener("touchcancel", end);
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("touchstart", start);
      element.removeEventListener("touchmove", move);
      element.removeEventListener("touchend", end);
      element.removeEventListener("touchcancel", end);
      element.removeEventListener("wheel", wheel);
    };
  }, [place, active]);
}
