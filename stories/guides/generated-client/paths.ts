/** As `npx openapi-typescript openapi.yaml -o paths.ts` writes it of a small document. */
export interface paths {
  "/v1/sessions/{sessionId}": {
    get: {
      parameters: { path: { sessionId: string } };
      responses: {
        200: { content: { "application/json": { id: string; name: string } } };
        404: { content: { "application/json": { error: { code: "SESSION_NOT_FOUND" } } } };
      };
    };
  };
}
