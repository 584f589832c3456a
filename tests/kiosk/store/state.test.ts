import { expect, test } from 'vitest';
import { changeState, liveState } from '../../../kiosk/store/state.ts';

test('subscribers hear of changes, of nothing else, and no more once they stopped', () => {
  const heard: number[] = [];
  const stop = liveState().subscribe(state => heard.push(state.waiting));
  changeState({ waiting: 1 });
  changeState({ waiting: 1 });
  changeState({ waiting: 1, quarantined: 0 });
  changeState({ waiting: 2 });
  stop();
  changeState({ waiting: 3 });
  expect(heard).toEqual([1, 2]);
  expect(liveState().get().waiting).toBe(3);
});

test('a subscriber that stops another while being told breaks nothing', () => {
  const heard: string[] = [];
  const stops: (() => void)[] = [];
  stops.push(
    liveState().subscribe(() => {
      heard.push('first');
      for (const stop of stops) stop();
    }),
    liveState().subscribe(() => heard.push('second')),
  );
  changeState({ build: 'b1' });
  changeState({ build: 'b2' });
  expect(heard).toEqual(['first', 'second']);
});

test('a state that was handed out does not change afterwards', () => {
  const before = liveState().get();
  changeState({ waiting: before.waiting + 1 });
  expect(liveState().get()).not.toBe(before);
  expect(liveState().get().waiting).toBe(before.waiting + 1);
});
