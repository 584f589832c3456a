interface EventsOptions {
  /** Something of this noun changed (null: of whichever); what, one finds out by asking under one's own rights. */
  readonly onChange: (noun: string | null) => void;
  readonly onState: (open: boolean) => void;
  /** The server refused the stream: perhaps the session is over. */
  readonly onRefused: () => void;
}

/** Seconds before the stream is opened again after the server refused it. */
const patience = [1, 2, 5, 10, 20, 30] as const;

function nounOf(data: unknown): string | null {
  try {
    const { noun } = JSON.parse(String(data)) as { noun?: unknown };
    return typeof noun === 'string' ? noun : null;
  } catch {
    return null;
  }
}

/**
 * Listens to the server's events and keeps listening: the browser opens a broken stream again by itself, a
 * refused one (the server restarts, a proxy answers) is opened again here, later each time.
 * Returns what stops it.
 */
export function openEvents(options: EventsOptions): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let stopped = false;

  const again = () => {
    const seconds = patience[Math.min(tries, patience.length - 1)] ?? 30;
    tries += 1;
    // Half of it by chance, so that twenty panels do not come back in the same second.
    timer = setTimeout(open, seconds * 500 * (1 + Math.random()));
  };
  const open = () => {
    if (stopped) return;
    const stream = new EventSource('/api/events');
    source = stream;
    stream.onopen = () => {
      tries = 0;
      options.onState(true);
    };
    stream.onmessage = event => options.onChange(nounOf(event.data));
    stream.onerror = () => {
      options.onState(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      options.onRefused();
      again();
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
