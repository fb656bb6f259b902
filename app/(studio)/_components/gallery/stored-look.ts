"use client";

import { useEffect } from "react";
import { cookieSetting, useCookieSetting } from "@/app/_components/cookie-setting";
import { type GalleryLook, lookCookie, readLook, writeLook } from "./gallery-look";

const setting = cookieSetting<GalleryLook>({ name: lookCookie, read: readLook, write: writeLook });

/** The look as the browser that asked for the page remembers it, for the first rendering. */
export const FirstLook = setting.First;

/** Changes how this browser looks at boards. */
export const changeLook = setting.change;

/** How this browser looks at boards. */
export function useGalleryLook(): GalleryLook {
  const look = useCookieSetting(setting);
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (look.timeZone !== timeZone) changeLook({ timeZone });
  }, [look.timeZone]);
  return look;
}
