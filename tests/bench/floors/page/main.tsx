import { render } from 'preact';
import { useState } from 'preact/hooks';

/** The least that a page of Preact can be: one button that repaints. */
function Hello() {
  const [taps, setTaps] = useState(0);
  return (
    <button type="button" onPointerUp={() => setTaps(taps + 1)}>
      Hello, {taps}
    </button>
  );
}

const place = document.getElementById('app');
if (place) render(<Hello />, place);
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
