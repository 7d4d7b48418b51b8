import { type Endpoint, ok, type ServiceContext } from "./endpoint.ts";
import { Refusal } from "./refusal.ts";

/** @throws Refusal MODELS_NOT_FOUND when the organisation may not use it, or there is no such model */
export function requireEnabledModel({ state }: ServiceContext, modelId: string): void {
  if (state.models.get(modelId)?.enabled) return;
  throw new Refusal("MODELS_NOT_FOUND", {
    message: `The model "${modelId}" is not enabled for your organisation.`,
    details: { model: modelId },
  });
}

export function modelEndpoints(context: ServiceContext): Endpoint[] {
  return [
    {
      route: "GET /v1/chat/models",
      answer: () => ok({ items: [...context.state.models.values()] }),
    },
  ];
}
