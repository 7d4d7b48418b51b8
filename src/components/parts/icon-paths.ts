import type { Tone } from "../../guidance/catalog.ts";

/** The icons of the tones. The other icons are constants of their own, so that a bundle has only those that it draws. */
export const tonePaths: Readonly<Record<Tone, string>> = {
  danger: "M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5ZM10 6.5v4.25M10 13.45v.05",
  warning:
    "M8.6 3.5 2.4 14.4a1.6 1.6 0 0 0 1.4 2.4h12.4a1.6 1.6 0 0 0 1.4-2.4L11.4 3.5a1.6 1.6 0 0 0-2.8 0ZM10 7.75v3.5M10 14v.05",
  info: "M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5ZM10 9.25v4.25M10 6.5v.05",
};

export const copyPath =
  "M7.5 7.5V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6a1.5 1.5 0 0 1-1.5 1.5h-2.5M5 7.5h6A1.5 1.5 0 0 1 12.5 9v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V9A1.5 1.5 0 0 1 5 7.5Z";

export const checkPath = "m4.5 10.5 3.5 3.5 7.5-8";

export const closePath = "m5.5 5.5 9 9M14.5 5.5l-9 9";

export const chevronPath = "m7.5 5 5 5-5 5";

export const clockPath =
  "M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5ZM10 6v4.25l2.75 1.6";

export const offlinePath =
  "M3 3l14 14M5.2 10.2a7 7 0 0 1 3-1.7M12.2 8.6a7 7 0 0 1 2.6 1.6M2.5 7.3a11 11 0 0 1 3.2-2.1M9 4.1a11 11 0 0 1 8.5 3.2M7.7 12.8a3.6 3.6 0 0 1 4.6 0M10 15.75v.05";
