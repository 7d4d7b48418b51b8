/** Answers over HTTP until its parent lets go of it, and tells the parent its port. */

import { createServer } from "node:http";
import { answerTo, headersOf } from "./answers.ts";

let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  const url = request.url ?? "";
  const requestId = `req_${asked}`;
  const { status, body } = answerTo(url.slice(url.lastIndexOf("/") + 1), requestId);
  response.writeHead(status, headersOf(requestId)).end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.once("disconnect", () => process.exit());
