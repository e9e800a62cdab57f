/** Gives a document to the person as a file. */
export function exportPolicy(version: number, document: string): void {
  const address = URL.createObjectURL(new Blob([document], { type: 'application/yaml' }));
  const link = window.document.createElement('a');
  link.href = address;
  link.download = `policy-${version}.yaml`;
  link.click();
  URL.revokeObjectURL(address);
}
