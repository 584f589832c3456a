/** Truth in a portable column. */
export type Flag = 0 | 1;
