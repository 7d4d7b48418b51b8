import { afterEach as checkAccessibility } from "@storybook/addon-a11y/preview";

type StoryContext = Parameters<typeof checkAccessibility>[0];

/**
 * After a story's end in a test run: checks what it came to once more in each other look. The add-on itself has checked
 * the look that the story began with. Playing each story again in each look would show the same and take three times as
 * long.
 */
export async function checkEveryLook(context: StoryContext): Promise<void> {
  if (!context.globals["checkEveryLook"]) return;
  const root = document.documentElement;
  const { dir } = root;
  const theme = root.dataset["theme"];
  const looks = [
    { theme: "dark", dir: "ltr" },
    { theme: "light", dir: "rtl" },
  ];
  try {
    for (const look of looks) {
      root.dataset["theme"] = look.theme;
      root.dir = look.dir;
      endTransitions();
      await checkLook(context, `${look.theme}, ${look.dir}`);
    }
  } finally {
    root.dataset["theme"] = theme;
    root.dir = dir;
  }
}

/** Colours fade from theme to theme; what axe measures is where they end. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

async function checkLook(context: StoryContext, look: string): Promise<void> {
  try {
    await checkAccessibility(context);
  } catch (cause) {
    throw new Error(`In the look ${look}: ${messageOf(cause)}`, { cause });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
