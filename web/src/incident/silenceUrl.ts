/** The form for a silence of what is like this incident: its service and its title. */
export function silenceUrl({ service, title }: { readonly service: string; readonly title: string }): string {
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  const matcher = `service=${quoted(service)},title=${quoted(title)}`;
  return `/silences?new=1&matcher=${encodeURIComponent(matcher)}`;
}
