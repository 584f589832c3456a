import { writeStickPage } from '../builds/verifier-page.ts';

/** Writes the page that checks receipts and exports without a server. */
console.log(await writeStickPage('verifier', process.argv[2]));
