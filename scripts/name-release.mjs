/**
 * Puts the version that package.json has where people write it: at the head of the changelog's unreleased part, as a
 * release's GitHub page looks for it, and in the name of the tarball that README.md installs.
 */

import { readFile, writeFile } from "node:fs/promises";

const { version } = JSON.parse(await readFile("package.json", "utf8"));
const changelog = await readFile("CHANGELOG.md", "utf8");
const named = changelog.replace(/^## .*\(unreleased\)$/m, `## ${version}`);
if (named === changelog)
  throw new Error(
    'CHANGELOG.md must have a part "## … (unreleased)": got none; write what has changed',
  );
await writeFile("CHANGELOG.md", named);

const readme = await readFile("README.md", "utf8");
const tarball = /react-recourse-[\w.-]+(?=\.tgz)/g;
await writeFile("README.md", readme.replace(tarball, `react-recourse-${version}`));
