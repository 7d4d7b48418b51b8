import { Alert, AlertTitle, Button, Stack } from "@mui/material";
import { type RemedyAction, RequestId, type Tone, useErrorCard, useRemedy } from "react-recourse";

const severities = {
  danger: "error",
  warning: "warning",
  info: "info",
} as const satisfies Record<Tone, string>;

function MuiRemedy({ action }: { action: RemedyAction }) {
  const { label, buttonProps } = useRemedy(action);
  const link = action.href === undefined ? buttonProps : { href: action.href };
  return (
    <Button {...link} variant="outlined" color="inherit" size="small">
      {label}
    </Button>
  );
}

export function MuiErrorCard({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const card = useErrorCard(error, { onRetry });
  if (!card.isShown) return null;
  return (
    <Alert {...card.frameProps} role="group" severity={severities[card.tone]}>
      <AlertTitle {...card.titleProps} component="h2">
        {card.title}
      </AlertTitle>
      <Stack spacing={1} sx={{ alignItems: "start" }}>
        <span {...card.descriptionProps}>{card.fix}</span>
        <RequestId requestId={card.error.requestId} />
        {card.primary && <MuiRemedy action={card.primary} />}
      </Stack>
    </Alert>
  );
}
