/** Features of Chromium that no policy shuts and that put a window or a bar over the page. */
const featuresOff = ['DocumentPictureInPictureAPI', 'GlobalMediaControls', 'HardwareMediaKeyHandling'];

/**
 * What Chromium is started with on a kiosk, beside the folder of its profile and where to go. The probe of ways out
 * runs with these very switches.
 */
export function kioskSwitches(options: { readonly printer: boolean }): readonly string[] {
  return [
    '--kiosk',
    '--no-first-run',
    '--noerrdialogs',
    '--hide-crash-restore-bubble',
    // Two fingers neither zoom nor go back a page.
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    // Picks a colour off the whole screen, through a glass that lies over the page.
    '--disable-blink-features=EyeDropperAPI',
    `--disable-features=${featuresOff.join(',')}`,
    // What policy grants (the microphone) is granted; whatever would ask, is refused without asking.
    '--deny-permission-prompts',
    // Keys of the browser's own store: without this it would ask for a key ring that no kiosk has.
    '--password-store=basic',
    '--disable-quic',
    '--disable-component-update',
    // Updated with the machine, never by itself.
    '--check-for-update-interval=31536000',
    ...(options.printer ? ['--kiosk-printing'] : []),
  ];
}
