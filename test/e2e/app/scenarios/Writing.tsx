import { useState } from "react";
import { createApi, ErrorToaster, RecourseProvider, useApiMutation } from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

/** An app in which a person writes: a note that is saved at every letter, a table to import, an order. */
export function Writing({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, onError: () => {} }));
  return (
    <RecourseProvider api={api}>
      <Note />
      <Table />
      <Order />
      <ErrorToaster />
    </RecourseProvider>
  );
}

function Note() {
  const [text, setText] = useState("");
  const save = useApiMutation("POST /v1/notes");
  return (
    <label>
      Note
      <textarea
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          save.mutate({ body: { text: target.value } });
        }}
      />
    </label>
  );
}

function Table() {
  const [table, setTable] = useState("");
  return (
    <>
      <label>
        Table
        <textarea value={table} onChange={({ target }) => setTable(target.value)} />
      </label>
      <ImportButton name="Import as CSV" table={table} contentType="text/csv" />
      <ImportButton name="Import as JSON" table={table} contentType="application/json" />
    </>
  );
}

/** Sends a string that is in its content type already. */
function ImportButton(props: { name: string; table: string; contentType: string }) {
  const headers = { "content-type": props.contentType };
  const importTable = useApiMutation("PUT /v1/table", { headers });
  return (
    <button type="button" onClick={() => importTable.mutate({ body: props.table })}>
      {props.name}
    </button>
  );
}

function Order() {
  const order = useApiMutation("POST /v1/orders");
  return (
    <>
      <button type="button" onClick={() => order.mutate({ body: { item: 1 } })}>
        Order
      </button>
      <p data-testid="order">
        {order.status} {order.error?.message ?? JSON.stringify(order.data)}
      </p>
    </>
  );
}
