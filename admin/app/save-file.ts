/** Hands a file to the browser to be saved; nothing of it is kept here. */
export function saveFile(parts: readonly string[], type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A name as it can stand in a file's name. */
export function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-');
}
