import { useEffect, useRef, useState } from 'preact/hooks';
import { type PreviewMessage, previewAddress } from '../../../shared/content/preview.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { t } from '../../i18n/words.ts';
import type { Words } from './content-draft.ts';

/** The four screens that the kiosk is made for, in CSS pixels. */
const sizes = ['1024×600', '1280×800', '1080×1920', '1920×1080'] as const;
/** What there is room for in the dialog. */
const room = { width: 640, height: 470 };

interface PreviewProps {
  readonly words: Words;
  readonly language: string;
  readonly onClose: () => void;
}

/** The page on a kiosk's own screen, drawn by the kiosk itself, made smaller as a whole. */
export function PreviewDialog({ words, language, onClose }: PreviewProps) {
  const [size, setSize] = useState<(typeof sizes)[number]>(sizes[0]);
  const frame = useRef<HTMLIFrameElement>(null);
  const [width = 0, height = 0] = size.split('×').map(Number);
  const scale = Math.min(room.width / width, room.height / height, 1);
  useEffect(() => {
    const message: PreviewMessage = { words, language };
    const answer = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow || event.data !== 'ready') return;
      frame.current?.contentWindow?.postMessage(message, location.origin);
    };
    addEventListener('message', answer);
    return () => removeEventListener('message', answer);
  }, [words, language]);
  return (
    <Dialog title={t('content.preview-title')} wide onCancel={onClose}>
      <Select
        label={t('content.preview-size')}
        value={size}
        choices={sizes.map(one => [one, one])}
        onChoose={chosen => setSize(sizes.find(one => one === chosen) ?? size)}
      />
      <div class="p-preview" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
        <iframe
          ref={frame}
          class="p-preview__kiosk"
          title={t('content.preview-title')}
          src={previewAddress}
          style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
        />
      </div>
      <div class="c-buttons c-buttons--end">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
