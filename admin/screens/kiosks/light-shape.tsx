import type { Light } from './kiosk-state.ts';

/** Four shapes that nobody takes for one another, whatever colours he sees: drawn in the colour of the words. */
export function LightShape({ light }: { readonly light: Light }) {
  return (
    <svg class="p-light__shape" viewBox="0 0 48 48" aria-hidden="true">
      {shapes[light]}
    </svg>
  );
}

const line = {
  fill: 'none',
  stroke: 'var(--light-ink)',
  'stroke-width': 4.5,
  'stroke-linecap': 'round',
} as const;

const shapes = {
  well: (
    <>
      <circle cx="24" cy="24" r="20" fill="var(--light-face)" />
      <path d="m15 25 6 6 12-13" {...line} stroke-linejoin="round" />
    </>
  ),
  look: (
    <>
      <path d="M24 3 45 24 24 45 3 24Z" fill="var(--light-face)" />
      <path d="M24 14v12M24 34v.1" {...line} />
    </>
  ),
  alarm: (
    <>
      <path d="M15 3h18l12 12v18L33 45H15L3 33V15Z" fill="var(--light-face)" />
      <path d="m16 16 16 16M32 16 16 32" {...line} />
    </>
  ),
  silent: (
    <>
      <circle
        cx="24"
        cy="24"
        r="18.5"
        fill="none"
        stroke="var(--light-face)"
        stroke-width="3.5"
        stroke-dasharray="7 5.9"
      />
      <path d="M16 24h16" {...line} />
    </>
  ),
} as const;
