import { useState } from "react";
import { failureChoices } from "./failure-choices.ts";
import { useService } from "./useService.ts";

const counts = [1, 2, 5] as const;

export function FaultPicker() {
  const { faults, routes } = useService();
  const [times, setTimes] = useState<(typeof counts)[number]>(1);
  const [route, setRoute] = useState("");
  return (
    <section className="pg-fault-picker" aria-labelledby="pg-fault-title">
      <h2 id="pg-fault-title">Break the next call</h2>
      <div className="pg-fault-options">
        <fieldset className="pg-segments">
          <legend>Calls</legend>
          {counts.map((count) => (
            <label key={count}>
              <input
                type="radio"
                name="times"
                checked={times === count}
                onChange={() => setTimes(count)}
              />
              <span>{count}</span>
            </label>
          ))}
        </fieldset>
        <label className="pg-field">
          <span>Route</span>
          <select value={route} onChange={(event) => setRoute(event.target.value)}>
            <option value="">Any</option>
            {routes.map((known) => (
              <option key={known} value={known}>
                {known}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="pg-quiet">
        A call gets up to five attempts: what passes within four retries never reaches the person.
      </p>
      {failureChoices.map(({ group, choices }) => (
        <fieldset key={group} className="pg-chips" data-group={group}>
          <legend>{group}</legend>
          {choices.map((choice) => (
            <button
              type="button"
              key={choice.label}
              className="pg-chip"
              onClick={() =>
                faults.inject(choice.failure, {
                  times,
                  route: routes.find((known) => known === route),
                  retryAfterSeconds: choice.retryAfterSeconds,
                })
              }
            >
              {choice.label}
            </button>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
