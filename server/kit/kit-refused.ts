/** Something that the kit or the certificates cannot be made from; its message is the one sentence that says why. */
export class KitRefused extends Error {}
