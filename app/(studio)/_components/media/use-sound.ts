import { useCallback, useEffect, useRef, useState } from "react";

/** What is heard at the moment: one sound at a time, on the whole page. */
let heard: HTMLAudioElement | null = null;

/** A sound that is loaded when it is first played or moved in. `seconds` is its length as far as it is known before. */
export function useSound(url: string | null | undefined, seconds: number | null | undefined) {
  const element = useRef<HTMLAudioElement | null>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  const [time, setTime] = useState(0);
  const [duration, setDuration] = useState(seconds ?? 0);

  const load = useCallback(() => {
    if (element.current || !url) return element.current;
    const audio = new Audio(url);
    audio.addEventListener("play", () => {
      if (heard !== audio) heard?.pause();
      heard = audio;
      setIsPlaying(true);
    });
    audio.addEventListener("pause", () => setIsPlaying(false));
    audio.addEventListener("ended", () => setTime(0));
    audio.addEventListener("timeupdate", () => setTime(audio.currentTime));
    audio.addEventListener("durationchange", () => Number.isFinite(audio.duration) && setDuration(audio.duration));
    audio.addEventListener("error", () => setIsBroken(true));
    element.current = audio;
    return audio;
  }, [url]);

  useEffect(
    () => () => {
      element.current?.pause();
      if (heard === element.current) heard = null;
      // The address may be a new one.
      element.current = null;
    },
    [],
  );

  const toggle = () => {
    const audio = load();
    // A play that a pause overtakes is rejected, which is fine.
    if (audio?.paused) audio.play().catch(() => undefined);
    else audio?.pause();
  };
  const seek = (to: number) => {
    const audio = load();
    if (!audio) return;
    const within = Math.min(Math.max(to, 0), duration || 0);
    audio.currentTime = within;
    setTime(within);
  };
  return { isPlaying, isBroken, time, duration, toggle, seek };
}
