const topics: readonly { about: RegExp; texts: readonly string[] }[] = [
  {
    about: /refund|money back|charged/i,
    texts: [
      "I looked up the order and drafted a refund. A colleague approves it before any money moves.",
      "The order qualifies for a refund. The draft waits for approval by a colleague.",
    ],
  },
  {
    about: /late|delay|where is|arrive|parcel/i,
    texts: [
      "The last scan is from the regional depot this morning. I expect delivery tomorrow before noon.",
      "The parcel left the depot an hour ago. It is on its way and needs no action.",
    ],
  },
  {
    about: /invoice|address|bill/i,
    texts: [
      "The invoice can be issued again with the new address. Shall I send it?",
      "The address on file is newer than the invoice, so a corrected one is due.",
    ],
  },
];

const otherwise = [
  "I sorted this as normal priority and found two earlier tickets with the same question.",
  "I have what I need. The next step is a reply to the customer; a draft is below your ticket.",
  "This looks new: no earlier ticket matches it. I would ask the customer for the order number.",
];

/**
 * Words for the agent, chosen by what the person wrote.
 * @param random from 0 to 1
 */
export function composeAnswer(text: string, random: () => number): string {
  const texts = topics.find(({ about }) => about.test(text))?.texts ?? otherwise;
  return texts[Math.floor(random() * texts.length)] ?? texts.join(" ");
}
