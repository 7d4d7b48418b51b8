const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const clock = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `now`, `3 min. ago` */
export function formatAgo(time: string, nowMs: number): string {
  const seconds = Math.round((Date.parse(time) - nowMs) / 1_000);
  if (seconds > -45) return "now";
  const minutes = Math.round(seconds / 60);
  return minutes > -60
    ? ago.format(minutes, "minute")
    : ago.format(Math.round(minutes / 60), "hour");
}

/** `4:05` */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `14:05` */
export function formatClock(time: string | number): string {
  return clock.format(new Date(time));
}
