export type GlyphName = keyof typeof paths;

/** 16 by 16, in the text's colour, never read out. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg
      className="pg-glyph"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

const paths = {
  plus: "M8 3.25v9.5M3.25 8h9.5",
  send: "M8 13V3.25M3.75 7.25 8 3l4.25 4.25",
  key: "M10.25 2.5a3.25 3.25 0 0 0-3.1 4.2L2.5 11.35V13.5h2.15v-1.4h1.4v-1.4h1.4l1.1-1.1a3.25 3.25 0 1 0 1.7-7.1ZM11 5.2v.05",
  refresh: "M13 3.25V6h-2.75M12.7 6A5.1 5.1 0 1 0 13.1 9",
  list: "M2.75 4h10.5M2.75 8h10.5M2.75 12h6.5",
  chat: "M3.5 3h9A1.25 1.25 0 0 1 13.75 4.25v6A1.25 1.25 0 0 1 12.5 11.5H7.25L4.25 14v-2.5H3.5a1.25 1.25 0 0 1-1.25-1.25v-6A1.25 1.25 0 0 1 3.5 3Z",
  agent:
    "M8 1.75v2M4.25 3.75h7.5A1.5 1.5 0 0 1 13.25 5.25v6a1.5 1.5 0 0 1-1.5 1.5h-7.5a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5ZM6 7.25v1.25M10 7.25v1.25",
  bolt: "M8.75 1.75 3.5 9h4l-.5 5.25L12.5 7H8.25l.5-5.25Z",
  clock: "M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5ZM8 5v3.1l2 1.4",
  up: "M4 10l4-4 4 4",
} as const;
