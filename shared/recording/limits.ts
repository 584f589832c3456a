/** So long may somebody speak, in seconds. */
export const longestSeconds = 180;
/** One piece a second, and some for a machine that cuts them shorter. */
export const mostParts = 240;
/** So many pieces travel in one request: what a bad line breaks off is soon sent again. */
export const partsTogether = 16;
/** What Chromium records; each piece alone is no sound, all of them in their order are one. */
export const recordingType = 'audio/webm;codecs=opus';
