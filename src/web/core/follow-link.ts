/** Has the browser fetch a file, and stay where it is. @param name what it is called, unless its answer says so. */
export function followLink(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
