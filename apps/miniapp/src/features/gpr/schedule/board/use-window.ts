import { type RefObject, useLayoutEffect, useState } from "react";

export type WindowSize = { readonly width: number; readonly height: number; readonly rem: number };

const letterSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** The size of an element and of the letters in it; null until it is known. */
export function useWindowSize(place: RefObject<HTMLElement | null>): WindowSize | null {
  const [size, setSize] = useState<WindowSize | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => {
      const next = { width: element.clientWidth, height: element.clientHeight, rem: letterSize() };
      setSize((known) =>
        known?.width === next.width && known.height === next.height && known.rem === next.rem ? known : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return size;
}
