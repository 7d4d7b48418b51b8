import readme from "../../README.md?raw";

const [, code] = /^```tsx\n(.*?)^```$/ms.exec(readme) ?? [];
if (code === undefined) throw new Error("README.md has no tsx block");

/** The app of README, as it stands there: test/e2e/readme.test.ts compiles and runs it. */
export const readmeApp = code;
