import { Pause, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import { clock } from "./clock";
import { useSound } from "./use-sound";
import { Waveform } from "./waveform";

interface SoundPlayerProps {
  url: string | null | undefined;
  seconds: number | null | undefined;
  peaks: string | null | undefined;
  /** Of the sound, for its buttons. */
  name: string;
  tabIndex?: 0 | -1;
}

/** Plays a sound where it stands: a button, its waveform to move in, and the time. */
export function SoundPlayer({ url, seconds, peaks, name, tabIndex = 0 }: SoundPlayerProps) {
  const t = useTranslations("studio.sound");
  const { isPlaying, isBroken, time, duration, toggle, seek } = useSound(url, seconds);
  if (isBroken) return <p className="text-muted text-sm">{t("broken")}</p>;
  return (
    <div className="flex w-full items-center gap-3">
      <button
        type="button"
        data-play
        tabIndex={tabIndex}
        onClick={toggle}
        aria-label={isPlaying ? t("pause", { name }) : t("play", { name })}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent hover:bg-accent-strong"
      >
        {isPlaying ? <Pause size={18} fill="currentColor" /> : <Play size={18} fill="currentColor" className="ml-0.5" />}
      </button>
      <Waveform peaks={peaks} time={time} duration={duration} label={t("position", { name })} onSeek={seek} onToggle={toggle} tabIndex={tabIndex} />
      <span className="shrink-0 text-muted text-xs tabular-nums">{clock(isPlaying || time > 0 ? time : duration)}</span>
    </div>
  );
}
