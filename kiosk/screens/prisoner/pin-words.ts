/** How a PIN of each kind is spoken of. */
export const pinWords = {
  digits: {
    name: 'signIn.digits',
    lead: 'signIn.pinLead',
    soFar: 'signIn.pinSoFar',
    ownLead: 'signIn.ownLead',
    weak: 'signIn.ownWeak',
  },
  pictures: {
    name: 'signIn.pictures',
    lead: 'signIn.picturesLead',
    soFar: 'signIn.picturesSoFar',
    ownLead: 'signIn.picturesOwnLead',
    weak: 'signIn.picturesWeak',
  },
} as const;
