import type { PinPicture } from '../../shared/prisoner/pin-pictures.ts';
import { type Kind, type KindPicture, problemPicture } from '../../shared/submission/kinds.ts';

/** The icons the panel shows, by their Lucide names; each must stand in `shared/pictures/icons.json`. */
export const iconNames = [
  'arrow-left',
  'archive',
  'calendar-days',
  'check',
  'check-check',
  'chevron-right',
  'chevron-left',
  'circle-alert',
  'circle-check',
  'circle-x',
  'clock',
  'clock-alert',
  'corner-up-left',
  'database-backup',
  'eye',
  'eye-off',
  'file-text',
  'files',
  'flag',
  'forward',
  'hard-drive',
  'hourglass',
  'inbox',
  'key-round',
  'keyboard',
  'landmark',
  'layers',
  'languages',
  'lock',
  'log-out',
  'message-square',
  'mic',
  'pause',
  'pencil',
  'play',
  'plus',
  'minus',
  'printer',
  'rotate-ccw',
  'scale',
  'scroll-text',
  'search',
  'send',
  'shield-alert',
  'shield-check',
  'tablet',
  'undo-2',
  'user-round',
  'users-round',
  'wifi-off',
  'x',
] as const;
export type IconName = (typeof iconNames)[number];

/** Drawings that are not named by a kind and its problem. */
export const pictureNames = [
  'danger',
  'many-me',
  'many-others',
  'other',
  'say-nothing',
  'state-kept',
  'state-settled',
  'state-with-officer',
  'tile-help',
  'tile-rules',
  'when-longer',
  'when-today',
  'when-week',
  'when-yesterday',
] as const;
export type PictureName =
  | (typeof pictureNames)[number]
  | KindPicture
  | `${Kind}-${string}`
  | `pin-${PinPicture}`;

/** The drawing of what is complained of. */
export function matterPicture(kind: Kind, problem: string): PictureName {
  return problemPicture(kind, problem) as PictureName;
}
