/** What an event says: which thing changed, by id; never what is in it. */
export interface ServerEvent {
  readonly kind: string;
  /** The case's number, if it is about one. */
  readonly number: number | null;
}

interface EventsOptions {
  readonly onEvent: (event: ServerEvent) => void;
  readonly onState: (open: boolean) => void;
}

/** Seconds before the stream is opened again after the server refused it. */
const patience = [1, 2, 5, 10, 20, 30] as const;

/** Reads one event; anything that cannot be read still says that something changed. */
export function readEvent(data: string): ServerEvent {
  try {
    const fields: { kind?: unknown; number?: unknown } = Object(JSON.parse(data));
    return {
      kind: typeof fields.kind === 'string' ? fields.kind : 'changed',
      number: typeof fields.number === 'number' ? fields.number : null,
    };
  } catch {
    return { kind: 'changed', number: null };
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
    stream.onmessage = message => options.onEvent(readEvent(String(message.data)));
    stream.onerror = () => {
      options.onState(false);
      if (stream.readyState === EventSource.CLOSED) again();
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
