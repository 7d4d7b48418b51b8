import { type ReactNode, useId } from "react";
import tokensCss from "../../src/components/styles/tokens.css?raw";
import { Words } from "../docs/Words.tsx";
import { parseLightDark, parseTokens } from "./parse-tokens.ts";
import { type TokenGroup, tokenGroups } from "./token-groups.ts";
import "./token-list.css";

const values = parseTokens(tokensCss);

/** Every custom property of the kit, with what it is for and the value that the kit's CSS gives it. */
export function TokenList() {
  return (
    <div className="tokens">
      {tokenGroups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </div>
  );
}

function Group({ title, kind, tokens }: TokenGroup) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-kind={kind}>
      <h3 id={id}>{title}</h3>
      <ul>
        {Object.entries(tokens).map(([name, meaning]) => (
          <li key={name}>
            <div>
              <code className="tokens-name" dir="ltr">
                {name}
              </code>
              <p>
                <bdi>
                  <Words>{meaning}</Words>
                </bdi>
              </p>
            </div>
            <div className="tokens-samples">
              <Samples kind={kind} value={values.get(name)} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SamplesProps {
  kind: TokenGroup["kind"];
  value: string | undefined;
}

/** One, or one for each scheme where light and dark have their own. */
function Samples({ kind, value }: SamplesProps) {
  if (value === undefined) return <Sample value="no value" />;
  const { light, dark } = parseLightDark(value);
  if (light === dark) return <Sample value={value}>{drawings[kind](value)}</Sample>;
  return (
    <>
      <Sample scheme="light" value={light}>
        {drawings[kind](light)}
      </Sample>
      <Sample scheme="dark" value={dark}>
        {drawings[kind](dark)}
      </Sample>
    </>
  );
}

const drawings: Record<TokenGroup["kind"], (value: string) => ReactNode> = {
  color: (value) => <i style={{ background: value }} />,
  corner: (value) => <i className="tokens-corner" style={{ borderStartStartRadius: value }} />,
  shadow: (value) => <i className="tokens-raised" style={{ boxShadow: value }} />,
  font: (value) => <b style={{ fontFamily: value }}>Ag</b>,
  switch: () => null,
};

interface SampleProps {
  scheme?: "light" | "dark";
  value: string;
  children?: ReactNode;
}

function Sample({ scheme, value, children }: SampleProps) {
  return (
    <figure className="tokens-sample" data-theme={scheme}>
      {children && <span aria-hidden="true">{children}</span>}
      <figcaption>
        {scheme && <span className="tokens-scheme">{scheme === "light" ? "Light" : "Dark"}</span>}
        <code>{value.replaceAll(", ", ",\n")}</code>
      </figcaption>
    </figure>
  );
}
