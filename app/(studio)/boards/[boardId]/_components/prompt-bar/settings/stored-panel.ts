"use client";

import { cookieSetting, useCookieSetting } from "@/app/_components/cookie-setting";
import { type Panel, panelCookie, readPanel } from "./panel-cookie";

const setting = cookieSetting<Panel>({ name: panelCookie, read: readPanel, write: ({ isOpen, width }) => `${isOpen ? "open" : "closed"}.${width}` });

/** The settings panel as the browser that asked for the page remembers it, for the first rendering. */
export const FirstPanel = setting.First;

/** The settings panel as this browser remembers it. */
export const useStoredPanel = (): Panel => useCookieSetting(setting);

/** Changes what this browser remembers of the settings panel. */
export const changePanel = setting.change;
