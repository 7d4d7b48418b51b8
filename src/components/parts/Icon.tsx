/** 20 by 20, in the text's colour. Hidden from screen readers: the words beside it say the same. */
export function Icon({ path }: { path: string }) {
  return (
    <svg
      className="recourse-icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
