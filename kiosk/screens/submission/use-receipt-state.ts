import { useEffect, useState } from 'preact/hooks';
import { onKioskChange } from '../../app/kiosk-state.ts';
import { type ReceiptState, receiptState } from '../../store/index.ts';

/** Follows where it is, read from the disk each time: nothing is said before it is so. */
export function useReceiptState(id: string | null): ReceiptState {
  const [state, setState] = useState<ReceiptState>('kept-here');
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    const look = () => {
      void receiptState(id).then(found => {
        if (wanted && found !== 'unknown') setState(found);
      });
    };
    look();
    const stop = onKioskChange(look);
    return () => {
      wanted = false;
      stop();
    };
  }, [id]);
  return state;
}
