import { type ReactNode, useId } from "react";
import { parseLightDark } from "./parse-tokens.ts";
import { readToken, type Scheme, schemeNames, schemes, type Theme } from "./theme.ts";
import {
  colorGroups,
  fontTokens,
  radiusTokens,
  schemeToken,
  shadowTokens,
  type TokenNote,
} from "./token-groups.ts";
import "./token-list.css";

/** Every custom property of the kit, with what it is for and the value that it has. */
export function TokenList({ theme }: { theme: Theme }) {
  return (
    <div className="looks-tokens">
      {colorGroups.map(({ title, tokens }) => (
        <Group key={title} title={title} tokens={tokens} theme={theme}>
          {(value) =>
            schemes.map((scheme) => {
              const color = parseLightDark(value)[scheme];
              return (
                <Sample key={scheme} scheme={scheme} value={color}>
                  <i style={{ background: color }} />
                </Sample>
              );
            })
          }
        </Group>
      ))}
      <Group title="Shape" tokens={radiusTokens} theme={theme}>
        {(value) => (
          <Sample value={value}>
            <i className="looks-corner" style={{ borderStartStartRadius: value }} />
          </Sample>
        )}
      </Group>
      <Group title="Shadows" tokens={shadowTokens} theme={theme}>
        {(value) =>
          schemes.map((scheme) => (
            <Sample key={scheme} scheme={scheme} value={parseLightDark(value)[scheme]}>
              <i className="looks-raised" style={{ boxShadow: value }} />
            </Sample>
          ))
        }
      </Group>
      <Group title="Type" tokens={fontTokens} theme={theme}>
        {(value) => (
          <Sample value={value}>
            <b style={{ fontFamily: value }}>Ag</b>
          </Sample>
        )}
      </Group>
      <Group title="Scheme" tokens={[schemeToken]} theme={theme}>
        {() => <Sample value="no value" />}
      </Group>
    </div>
  );
}

interface GroupProps {
  title: string;
  tokens: readonly TokenNote[];
  theme: Theme;
  children: (value: string) => ReactNode;
}

function Group({ title, tokens, theme, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {tokens.map((token) => (
          <li key={token.name}>
            <div>
              <code className="looks-name" dir="ltr">
                {token.name}
              </code>
              <p>
                <bdi>{inWords(token.meaning)}</bdi>
              </p>
            </div>
            <div className="looks-samples">
              {children(token === schemeToken ? "" : readToken(theme, token.name))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Code is between backticks, as in Markdown. */
function inWords(text: string): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a constant text never move.
  return text.split("`").map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));
}

interface SampleProps {
  /** Whose value it is, where light and dark have their own. */
  scheme?: Scheme;
  value: string;
  children?: ReactNode;
}

function Sample({ scheme, value, children }: SampleProps) {
  return (
    <figure className="looks-sample" data-theme={scheme}>
      {children && <span aria-hidden="true">{children}</span>}
      <figcaption>
        {scheme && <span className="looks-scheme">{schemeNames[scheme]}</span>}
        <code>{value}</code>
      </figcaption>
    </figure>
  );
}
