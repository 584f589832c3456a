import { asked, type Way } from './way.ts';

/** What a page may ask a browser for, and a browser then asks a person. */
export const devices: readonly Way[] = [
  asked('the camera', 'navigator.mediaDevices.getUserMedia({ video: true })'),
  asked('a picture of the screen', 'navigator.mediaDevices.getDisplayMedia()'),
  asked('where it is', 'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))'),
  asked('notices over the page', 'Notification.requestPermission()'),
  asked('what was copied', 'navigator.clipboard.readText()'),
  asked('a USB device', 'navigator.usb.requestDevice({ filters: [] })'),
  asked('a serial line', 'navigator.serial.requestPort()'),
  asked('a keyboard or reader as a device', 'navigator.hid.requestDevice({ filters: [] })'),
  asked('a Bluetooth device', 'navigator.bluetooth.requestDevice({ acceptAllDevices: true })', {
    notShown: 'this machine has no Bluetooth',
  }),
  asked('musical instruments', 'navigator.requestMIDIAccess({ sysex: true })'),
  asked("the machine's fonts", 'queryLocalFonts()'),
  asked('whether somebody sits there', 'IdleDetector.requestPermission()'),
  asked('other screens', 'getScreenDetails()'),
  asked(
    'a key for signing in',
    `navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { name: 'x' }, user: { id: new Uint8Array(8), name: 'x', displayName: 'x' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }] } })`,
  ),
  asked('a pointer that cannot leave', `document.body.requestPointerLock().then(() => 'given')`),
  asked('a colour from the screen', 'new EyeDropper().open()', { dialog: true }),
];
