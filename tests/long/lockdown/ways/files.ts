import { asked, pause, scripted, typed, type Way } from './way.ts';

const save = (href: string) =>
  `const a = document.createElement('a'); a.href = ${href}; a.download = 'taken.txt'; document.body.append(a); a.click()`;

/** Files in and out: saving, choosing, dropping, printing. */
export const files: readonly Way[] = [
  scripted('a download that the page made', () => save(`URL.createObjectURL(new Blob(['taken']))`)),
  scripted('a download inside its own address', () => save(`'data:text/plain,taken'`)),
  scripted("a download of the server's own file", place => save(`'${place.home}icons/sauti-512.png'`)),
  scripted('a download from another server', place => save(`'${place.outside.origin}/file'`)),
  typed('an address that answers with a file', place => `${place.outside.origin}/file`),
  {
    name: 'a field that asks for a file',
    dialog: true,
    act: async place =>
      (await place.run(`new Promise(resolve => {
        const i = document.createElement('input'); i.type = 'file'; document.body.append(i);
        i.oncancel = () => resolve('refused'); i.onchange = () => resolve('given');
        i.click(); setTimeout(resolve, 1000, 'waiting');
      })`)) !== 'refused',
  },
  asked("the system's dialog to open a file", 'showOpenFilePicker()', { dialog: true }),
  asked("the system's dialog to save a file", 'showSaveFilePicker()', { dialog: true }),
  asked("the system's dialog to open a folder", 'showDirectoryPicker()', { dialog: true }),
  scripted('printing by the page', () => 'setTimeout(() => print(), 0)', { dialog: true }),
  ...[
    ['a file dropped on the page', { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }] as const,
    [
      'an address dropped on the page',
      { items: [{ mimeType: 'text/uri-list', data: '@OUTSIDE@/dropped' }], dragOperationsMask: 1 },
    ] as const,
  ].map(
    ([name, data]): Way => ({
      name,
      act: async place => {
        const filled = JSON.parse(JSON.stringify(data).replace('@OUTSIDE@', place.outside.origin));
        for (const type of ['dragEnter', 'dragOver', 'drop'])
          await place.input('dispatchDragEvent', { type, x: 300, y: 300, data: filled });
        await pause(300);
        return false;
      },
    }),
  ),
];
