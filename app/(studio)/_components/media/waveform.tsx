import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import { clock } from "./clock";
import { barsOf } from "./waveform-bars";

interface WaveformProps {
  peaks: string | null | undefined;
  /** Where it is, in seconds. */
  time: number;
  duration: number;
  label: string;
  onSeek: (seconds: number) => void;
  onToggle: () => void;
  tabIndex: 0 | -1;
}

const barCount = 60;
const stepSeconds = 5;

/** The waveform of a sound, in which one moves by pointer and keys: arrows by five seconds, Home, End, and the space bar to play and pause. */
export function Waveform({ peaks, time, duration, label, onSeek, onToggle, tabIndex }: WaveformProps) {
  const bars = useMemo(() => barsOf(peaks, barCount), [peaks]);
  const path = bars.map((height, index) => `M${index + 0.5} ${50 - height * 48}V${50 + height * 48}`).join("");
  const played = duration > 0 ? Math.min(time / duration, 1) : 0;
  const moveTo = ({ currentTarget, clientX }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    onSeek(((clientX - left) / width) * duration);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target: Record<string, number> = {
      ArrowLeft: time - stepSeconds,
      ArrowRight: time + stepSeconds,
      ArrowDown: time - stepSeconds,
      ArrowUp: time + stepSeconds,
      Home: 0,
      End: duration,
    };
    const to = target[event.key];
    if (to === undefined && event.key !== " ") return;
    event.preventDefault();
    // The arrows also lead through the tiles, and through the viewer.
    event.stopPropagation();
    if (to === undefined) onToggle();
    else onSeek(to);
  };
  return (
    <div
      role="slider"
      tabIndex={tabIndex}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(time)}
      aria-valuetext={`${clock(time)} / ${clock(duration)}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event)}
      className="h-11 min-w-0 grow cursor-pointer touch-none rounded-md"
    >
      <svg viewBox={`0 0 ${barCount} 100`} preserveAspectRatio="none" aria-hidden="true" className="size-full text-accent">
        <path d={path} stroke="currentColor" strokeWidth={2} vectorEffect="non-scaling-stroke" strokeLinecap="round" opacity={0.35} />
        <path
          d={path}
          stroke="currentColor"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
          strokeLinecap="round"
          style={{ clipPath: `inset(0 ${100 - played * 100}% 0 0)` }}
        />
      </svg>
    </div>
  );
}
