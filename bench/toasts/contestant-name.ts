export const contestantNames = ["kit", "sonner", "react-hot-toast", "react-toastify"] as const;

export type ContestantName = (typeof contestantNames)[number];
