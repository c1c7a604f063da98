import { type ReactNode, useEffect, useRef, useState } from 'react';

export const SLIDE = { width: 1280, height: 720 } as const;

/** Its child, a slide of real size, as large as fits; or `width` pixels wide. */
export function ScaledSlide({ width, children }: { width?: number | undefined; children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(0);
  useEffect(() => {
    const element = room.current;
    if (!element || width !== undefined) return;
    const observer = new ResizeObserver(() =>
      setFitting(Math.min(element.clientWidth, (element.clientHeight * SLIDE.width) / SLIDE.height)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);
  const wide = width ?? fitting;
  const scale = wide / SLIDE.width;
  const box = (
    <div className="SlideBox" style={{ width: wide, height: SLIDE.height * scale }}>
      <div className="scaled" style={{ transform: `scale(${scale})` }}>
        {wide > 0 && children}
      </div>
    </div>
  );
  return width === undefined ? (
    <div className="SlideRoom" ref={room}>
      {box}
    </div>
  ) : (
    box
  );
}
