import { Fragment, h } from 'preact';
import { expect, it } from 'vitest';
import { markupOf } from '../../../kiosk/page/markup.ts';

function Choice({ label, isChosen }: { label: string; isChosen: boolean }) {
  const tone = isChosen ? 'read' : undefined;
  return h(
    'button',
    { 'aria-pressed': isChosen, 'data-tone': tone, disabled: !isChosen, onClick: () => undefined },
    label,
    isChosen ? h('br', null) : null,
  );
}

it('writes what Preact would draw, and nothing of what it would listen to', () => {
  const choices = ['Rules', 'Help'].map(label =>
    h(Choice, { key: label, label, isChosen: label === 'Rules' }),
  );
  expect(markupOf(h(Fragment, null, choices, 3))).toBe(
    '<button aria-pressed="true" data-tone="read">Rules<br></button>' +
      '<button aria-pressed="false" disabled>Help</button>3',
  );
});

it('keeps words words, whatever letters are in them', () => {
  expect(markupOf(h('p', { title: '"Yes" & no' }, '<b> & "so"'))).toBe(
    '<p title="&quot;Yes&quot; &amp; no">&lt;b&gt; &amp; &quot;so&quot;</p>',
  );
});

it('refuses what no text can say', () => {
  expect(() => markupOf(h('p', { style: { color: 'red' } }))).toThrow('markup-cannot-say: style');
});
